import { equityTiers } from '@common-table/shared/equity/equity-tiers'
import type { PlaceMapQuery } from '@common-table/shared/maps/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

type Scope = readonly string[] | null

const tierCodes = `array[${equityTiers.map(({ code }) => `'${code}'`).join(', ')}]`

// One statement for the whole map. Places are conserved as in shared/src/needs/gap.ts: unmet is demand beyond what is
// verified, cell by cell, so that a surplus of one kind of help never hides what is missing of another.
const places = statement<{ body: string; found: boolean }>(`with d as (
    select (now() at time zone time_zone)::date as today from districts where id = app_district()
  ), year as (
    select y.id, y.label from school_years y, d where y.district_id = app_district()
      and case when $1::text is null then y.starts_on <= d.today else y.label = $1 end
    order by y.starts_on desc limit 1
  ), gaps as (
    select c.school_id, sum(c.students) as demand, sum(greatest(c.students - coalesce(s.verified, 0), 0)) as unmet,
      sum(coalesce(s.verified, 0)) as verified, sum(coalesce(s.paper, 0)) as paper, sum(c.open_needs) as needs,
      bool_or(c.entries > 0 and c.students = 0 and c.estimated and coalesce(s.verified + s.paper + s.unsized, 0) = 0) as unsized
    from coverage_demand c join year on c.school_year_id = year.id
      left join coverage_supply s on s.district_id = c.district_id and s.school_id = c.school_id
        and s.category_id = c.category_id and s.tier = c.tier
    where c.district_id = app_district() and ($2::uuid is null or c.category_id = $2) and ($3::smallint is null or c.tier = $3)
      and ($4::uuid[] is null or c.school_id = any ($4))
    group by c.school_id
  ), houses as materialized (
    select l.id, l.latitude, l.longitude, l.organization_id, o.name, coalesce(nullif(l.name, ''), l.address) as label,
      (select count(distinct x.service_id) from service_sites x where x.district_id = app_district() and x.location_id = l.id
        and x.status <> 'ended') as services
    from locations l join organizations o on o.district_id = l.district_id and o.id = l.organization_id
    where l.district_id = app_district() and l.location_type = 'physical' and o.status <> 'inactive' and $6::boolean
  )
  select ($1::text is null or exists (select from year)) as found,
    json_build_object('asOf', d.today, 'schoolYear', (select label from year),
    'schools', (select coalesce(json_agg(json_build_array(s.id, s.name, s.area, round(s.latitude::numeric, 5), round(s.longitude::numeric, 5),
        s.enrolment, coalesce(k.partners, 0), coalesce(g.demand, 0), coalesce(g.unmet, 0), coalesce(g.verified, 0), coalesce(g.paper, 0),
        coalesce(g.needs, 0), coalesce(g.unsized, false)::integer, array_position(${tierCodes}, e.tier) - 1) order by s.name, s.id), '[]')
      from schools s
        left join gaps g on g.school_id = s.id
        left join school_counts k on k.district_id = s.district_id and k.school_id = s.id
        left join equity_scores e on $5::boolean and e.district_id = s.district_id and e.school_id = s.id
          and e.version_id = current_equity_version()
      where s.district_id = app_district() and s.status = 'open' and ($4::uuid[] is null or s.id = any ($4))),
    'sites', (select coalesce(json_agg(json_build_array(id, round(latitude::numeric, 5), round(longitude::numeric, 5), organization_id, name,
        label, services) order by name, id), '[]') from houses where latitude is not null),
    'sitesUnplaced', (select count(*) from houses where latitude is null))::text as body
  from d`)

export interface MayKnow {
  scope: Scope
  /** The equity tier of each school. */
  tiers: boolean
  /** Where partners have their places. */
  partners: boolean
}

/** The map as JSON; `found` is false for a school year that is not the district's. */
export const placesOf = async (
  db: Db,
  { schoolYear, categoryId, tier }: PlaceMapQuery,
  { scope, tiers, partners }: MayKnow,
) => (await db.one(places, [schoolYear ?? null, categoryId ?? null, tier ?? null, scope, tiers, partners]))! // a district is one row

const outlineJson = `json_build_object('rings', rings, 'givenAt', given_at, 'givenByName', given_by_name)::text as outline`
const outline = statement<{ outline: string }>(
  `select ${outlineJson} from district_outlines where district_id = app_district()`,
)
const putOutline = statement<{
  outline: string
}>(`insert into district_outlines (district_id, rings, given_by_name) values (app_district(), $1::jsonb, $2)
  on conflict (district_id) do update set rings = excluded.rings, given_by_name = excluded.given_by_name, given_at = now()
  returning ${outlineJson}`)
const dropOutline = statement('delete from district_outlines where district_id = app_district()')

const none = '{"rings":[],"givenAt":null,"givenByName":""}'
export const outlineOf = async (db: Db): Promise<string> => (await db.one(outline))?.outline ?? none
export const keepOutline = async (db: Db, rings: readonly unknown[], by: string): Promise<string> =>
  (await db.one(putOutline, [JSON.stringify(rings), by]))!.outline // an insert returns its row
export const forgetOutline = (db: Db) => db.run(dropOutline)
