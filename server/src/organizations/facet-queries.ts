import type { OrganizationFilters } from '@common-table/shared/organizations/directory-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { offerConditions, offeredNow, offerFilterOf, siteMatches } from './directory-filters.ts'

const own = ['type', 'status', 'language', 'trusted'] as const
const offered = ['category', 'group', 'setting', 'grade', 'tier', 'site'] as const

const allBut = (left: string | null, names: readonly string[], alias: string): string =>
  names
    .filter((name) => name !== left)
    .map((name) => `${alias}.${name}_ok`)
    .join(' and ') || 'true'

const conditions = offerConditions('s', '$6')
const served = `($6::jsonb is null or o.id in (select f.organization_id from offers f where ${allBut(null, offered, 'f')}))`

const ofOrganization = (left: string, value: string, from = 'organizations_here o'): string =>
  `select ${value} as value, count(*)::integer as count from ${from}
    where ${allBut(left, own, 'o')} and ${served} group by 1`
// Distinct pairs first, by hashing: counting distinct ids of each group would sort them once per count.
const ofOffer = (left: string, value: string, from = 'offers f'): string =>
  `select value, count(*)::integer as count from (
    select distinct ${value} as value, f.organization_id
      from ${from} join organizations_here o on o.id = f.organization_id
      where ${allBut(null, own, 'o')} and ${allBut(left, offered, 'f')}
  ) pairs group by 1`
const facet = (rows: string): string =>
  `(select coalesce(json_agg(json_build_object('value', value, 'count', count) order by count desc, value), '[]') from (${rows}) counted)`

// Every row carries whether it passes each filter, so that one pass serves all the counts that leave one filter out.
const facets = statement<{ facets: string }>(`with organizations_here as materialized (
    select o.id, o.type, o.status, o.languages, o.trusted_in_community,
      ($2::text[] is null or o.type = any ($2)) as type_ok, ($3::text[] is null or o.status = any ($3)) as status_ok,
      ($4::text[] is null or o.languages && $4) as language_ok,
      ($5::boolean is null or o.trusted_in_community = $5) as trusted_ok
    from organizations o where o.district_id = app_district()
      and ($1::text is null or o.id in (select organization_id from search_organizations($1, 2147483647)))
  ), offers as materialized (
    select s.organization_id, s.category_id, s.also_category_ids, c.group_code, s.setting, s.grades, s.tier,
      ${Object.entries(conditions)
        .map(([name, sql]) => `${sql} as ${name}_ok`)
        .join(',\n')},
      ${siteMatches('s', '$6', 'true')} as capacity_here
    from services s join categories c on c.district_id = app_district() and c.id = s.category_id
    where s.district_id = app_district() and ${offeredNow('s')}
  )
  select json_build_object(
    'total', (select count(*) from organizations_here o where ${allBut(null, own, 'o')} and ${served}),
    'type', ${facet(ofOrganization('type', 'o.type'))},
    'status', ${facet(ofOrganization('status', 'o.status'))},
    'language', ${facet(ofOrganization('language', 'spoken', 'organizations_here o, unnest(o.languages) spoken'))},
    'trusted', (select count(*) from organizations_here o where o.trusted_in_community and ${allBut('trusted', own, 'o')} and ${served}),
    'categoryId', ${facet(ofOffer('category', 'kind', 'offers f cross join lateral unnest(f.also_category_ids || f.category_id) kind'))},
    'categoryGroup', ${facet(ofOffer('group', 'f.group_code'))},
    'setting', ${facet(ofOffer('setting', 'f.setting'))},
    'grade', ${facet(ofOffer('grade', 'grade', 'offers f cross join lateral unnest(f.grades) grade'))},
    'tier', ${facet(ofOffer('tier', 'f.tier::text'))},
    'hasCapacity', (select count(distinct o.id) from offers f join organizations_here o on o.id = f.organization_id
      where f.capacity_here and ${allBut(null, own, 'o')} and ${allBut('site', offered, 'f')})
  )::text as facets`)

const filled = <T>(values: T[] | undefined): T[] | null => (values?.length ? values : null)

/** How many organisations each value of each filter would leave, given all the others, as JSON. */
export const countOrganizations = async (db: Db, query: OrganizationFilters): Promise<string> => {
  const offer = offerFilterOf(query)
  const row = await db.one(facets, [
    query.q ?? null,
    filled(query.type),
    filled(query.status),
    filled(query.language),
    query.trusted ?? null,
    offer ? JSON.stringify(offer) : null,
  ])
  return row!.facets // an aggregate without grouping always answers one row
}
