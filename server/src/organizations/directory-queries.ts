import type {
  OrganizationFilters,
  OrganizationQuery,
  OrganizationSort,
} from '@common-table/shared/organizations/directory-schemas'
import type { Db } from '../db/db.ts'
import { listBy, type ListPage } from '../db/list.ts'
import { offerConditions, offeredNow, offerFilterOf } from './directory-filters.ts'

const everything = 2_147_483_647
const usual = 50
const few = 20
const byName = [
  ['o.name', 'text'],
  ['o.id', 'uuid'],
] as const

const directory = listBy({
  from: 'organizations o',
  alias: 'o',
  filters: {
    // A first page that nothing else narrows is full with names alone, and then the rest need not be searched.
    firstNamed: { join: `join search_organizations(?, ${usual + 1}) f on f.organization_id = o.id` },
    firstFewNamed: { join: `join search_organizations(?, ${few + 1}) f on f.organization_id = o.id` },
    named: { join: `join search_organizations(?, ${everything}) f on f.organization_id = o.id` },
    type: 'o.type = any (?::text[])',
    status: 'o.status = any (?::text[])',
    language: 'o.languages && ?::text[]',
    trusted: 'o.trusted_in_community = ?::boolean',
    offer: `exists (select from services s where s.district_id = app_district() and s.organization_id = o.id
      and ${offeredNow('s')} and ${Object.values(offerConditions('s', '?')).join(' and ')})`,
  },
  sorts: {
    near: [['f.distance', 'real'], ...byName],
    name: byName,
    services: [['o.service_count', 'integer'], ...byName],
    schools: [['o.school_count', 'integer'], ...byName],
    updated: [
      ['o.updated_at', 'timestamptz'],
      ['o.id', 'uuid'],
    ],
  },
  item: `json_build_object('id', o.id, 'name', o.name, 'alternateName', o.alternate_name, 'type', o.type,
    'status', o.status, 'summary', left(o.description, 200), 'languages', o.languages,
    'trustedInCommunity', o.trusted_in_community, 'categoryIds', o.category_ids, 'serviceCount', o.service_count,
    'schoolCount', o.school_count)`,
})

const filled = <T>(values: T[] | undefined): T[] | undefined => (values?.length ? values : undefined)

/** The plain filters of the directory and those about services, as `listBy` takes them. */
const filtersOf = (query: OrganizationFilters) => {
  const offer = offerFilterOf(query)
  return {
    type: filled(query.type),
    status: filled(query.status),
    language: filled(query.language),
    trusted: query.trusted,
    offer: offer && JSON.stringify(offer),
  }
}

/** One page of the directory. */
export const listOrganizations = (
  db: Db,
  query: OrganizationQuery,
  after: unknown[] | undefined,
): Promise<ListPage> => {
  const { q, sort, limit = usual } = query
  const narrowed = filtersOf(query)
  const alone = Object.values(narrowed).every((value) => value === undefined) && limit <= usual
  const firstOnly = q !== undefined && sort === undefined && after === undefined && alone
  return directory(db, {
    filters: {
      ...narrowed,
      ...(q !== undefined && { [firstOnly ? (limit > few ? 'firstNamed' : 'firstFewNamed') : 'named']: q }),
    },
    sort: (sort?.replace('-', '') as OrganizationSort | undefined) ?? (q === undefined ? 'name' : 'near'),
    descending: sort?.startsWith('-') ?? false,
    after,
    limit,
  })
}
