import type { Tier } from '@common-table/shared/catalog/tiers'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const kind = 'gap_board'

const kept = statement<KeptBoard>(`with year as (
    select y.id, y.label from school_years y where y.district_id = app_district()
      and case when $1::text is null then y.starts_on <= (select (now() at time zone time_zone)::date from districts where id = app_district())
        else y.label = $1 end
    order by y.starts_on desc limit 1
  )
  select y.id as "yearId", case when d.made_at::text = $3 then null else d.body end as body, d.made_at::text as stamp,
    d.made_at is null or exists (select from document_marks m where m.district_id = app_district() and m.kind = '${kind}') as stale
  from year y left join district_documents d on d.district_id = app_district() and d.kind = '${kind}' and d.key = y.id || $2`)

export interface KeptBoard {
  yearId: string
  /** Null when the caller already holds it, or when there is none. */
  body: string | null
  stamp: string | null
  stale: boolean
}

const unmark = statement(`delete from document_marks where district_id = app_district() and kind = '${kind}'`)
const forget = statement(
  `delete from district_documents where district_id = app_district() and kind = '${kind}' and key not like $1 || '%'`,
)
const put = statement(`insert into district_documents as d (district_id, kind, key, body, made_at)
  values (app_district(), '${kind}', $1, $2, clock_timestamp())
  on conflict (district_id, kind, key) do update set body = excluded.body, made_at = excluded.made_at`)

/** `[school, category, tier, students, estimated, entries, open needs, severity, verified, paper, unsized, providers]` */
export type CoverageRow = [
  number,
  number,
  Tier,
  number,
  0 | 1,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]

const facts = statement<{
  schoolYear: string
  asOf: string
  capacityFreshDays: number
  overSupplyPercent: number
  schools: [string, string, string, string, string, number | null][]
  categories: [string, string, string, string, string][]
  cells: CoverageRow[]
}>(`with cells as materialized (
    select school_id, category_id, tier, coalesce(d.students, 0) as students, coalesce(d.estimated, false)::integer as estimated,
      coalesce(d.entries, 0) as entries, coalesce(d.open_needs, 0) as open_needs, coalesce(d.severity, 0) as severity,
      coalesce(s.verified, 0) as verified, coalesce(s.paper, 0) as paper, coalesce(s.unsized, 0) as unsized,
      coalesce(s.providers, 0) as providers
    from (select * from coverage_demand where district_id = app_district() and school_year_id = $1) d
      full join (select * from coverage_supply where district_id = app_district()) s using (school_id, category_id, tier)
  ), places as materialized (
    select s.*, row_number() over (order by s.name, s.id) - 1 as place from schools s
    where s.district_id = app_district() and (s.status = 'open' or s.id in (select school_id from cells))
  ), kinds as materialized (
    select k.*, row_number() over (order by k.position, k.name, k.id) - 1 as place from categories k
    where k.district_id = app_district() and (k.active or k.id in (select category_id from cells))
  )
  select y.label as "schoolYear", (now() at time zone d.time_zone)::date::text as "asOf",
    d.capacity_fresh_days as "capacityFreshDays", d.over_supply_percent as "overSupplyPercent",
    (select coalesce(json_agg(json_build_array(id, code, name, level, area, enrolment) order by place), '[]') from places) as schools,
    (select coalesce(json_agg(json_build_array(id, code, name, name_es, group_code) order by place), '[]') from kinds) as categories,
    (select coalesce(json_agg(json_build_array(p.place, k.place, c.tier, c.students, c.estimated, c.entries, c.open_needs,
        c.severity, c.verified, c.paper, c.unsized, c.providers) order by p.place, k.place, c.tier), '[]')
      from cells c join places p on p.id = c.school_id join kinds k on k.id = c.category_id) as cells
  from districts d join school_years y on y.district_id = d.id and y.id = $1 where d.id = app_district()`)

/** The board kept ready for a year (null: the current one); its text only where it is not the one `stamp` names. */
export const keptBoard = (db: Db, year: string | null, suffix: string, stamp: string | null) =>
  db.one(kept, [year, suffix, stamp])
/** Everything a board is made of. Removes the marks it has seen first: what is written later marks it anew. */
export const boardFacts = async (db: Db, yearId: string) => {
  await db.run(unmark)
  await db.run(forget, [yearId])
  return (await db.one(facts, [yearId]))! // the year was just read
}
export const putBoard = (db: Db, key: string, body: string) => db.run(put, [key, body])

const refresh = statement('select refresh_coverage(app_district())')
const drift = statement<{ cells: string }>('select coverage_drift(app_district()) as cells')

/** Counts every cell of the gap board anew: confirmations age and partnerships begin and end with time alone. */
export const refreshCoverage = (db: Db) => db.run(refresh)
/** How many cells of the gap board are not what they must be; none when all is well. */
export const proveCoverage = async (db: Db) => Number((await db.one(drift))?.cells ?? 0)
