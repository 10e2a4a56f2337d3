import type { DemandRow, FillRow, OfferRow } from '@common-table/shared/seats/board'
import type { SeatDemandSheet } from '@common-table/shared/seats/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

export interface DemandOnRecord extends DemandRow {
  id: string
  copied: boolean
  by: string
  at: string
  version: number
}
export interface Ground {
  schoolYear: { id: string; label: string; endsOn: string } | null
  threshold: number
  demands: DemandOnRecord[]
  offers: (OfferRow & { withdrawn: boolean })[]
  fills: FillRow[]
  schools: Record<string, string>
  silent: { id: string; name: string }[]
}

/** Older students, who are the ones that go to work: grades 9 to 12. */
export const oldEnough = (school: string): string =>
  `${school}.status = 'open' and ${school}.level in ('secondary', 'high', 'k12')`
export const saidNothing = (school: string, year: string): string =>
  `not exists (select from seat_demands z where z.district_id = app_district() and z.school_id = ${school}.id
    and z.school_year_id = ${year} and not z.copied)`

const whole = (rows: string): string => `coalesce((select json_agg(${rows}), '[]')`
const place = (alias: string): string =>
  `'kind', ${alias}.kind, 'audience', ${alias}.audience, 'term', ${alias}.term`
const year = '(select id from y)'
const ground = statement<{ ground: string }>(`with y as materialized (
    select id, label, ends_on from school_years where district_id = app_district() and id = coalesce($1::uuid, present_school_year())
  ), named as materialized (
    select school_id from seat_demands where district_id = app_district() and school_year_id = ${year}
    union select f.school_id from seat_fills f join seat_offers o on o.district_id = f.district_id and o.id = f.offer_id
      where o.district_id = app_district() and o.school_year_id = ${year}
  )
  select json_build_object(
    'schoolYear', (select json_build_object('id', id, 'label', label, 'endsOn', ends_on) from y),
    'threshold', d.suppression_threshold,
    'demands', ${whole(`json_build_object('id', x.id, 'school', x.school_id, ${place('x')}, 'pathway', x.pathway,
        'seekers', x.seekers, 'copied', x.copied, 'by', x.said_by_name, 'at', ${utc('x.said_at')}, 'version', x.version)
      order by coalesce(array_position('{highest,high,moderate,low,lowest}', e.tier), 6), s.name, s.id, x.pathway, x.id)
      from seat_demands x join schools s on s.district_id = x.district_id and s.id = x.school_id
        left join equity_scores e on e.district_id = x.district_id and e.version_id = (select current_equity_version())
          and e.school_id = x.school_id
      where x.district_id = app_district() and x.school_year_id = ${year}`)},
    'offers', ${whole(`json_build_object('school', o.school_id, ${place('o')}, 'pathway', o.pathway, 'seats', o.seats,
        'filled', o.filled, 'open', o.status = 'offered' and o.confirmed_on is not null, 'withdrawn', o.status = 'withdrawn')
      order by o.id) from seat_offers o where o.district_id = app_district() and o.school_year_id = ${year}`)},
    'fills', ${whole(`json_build_object('school', f.school_id, ${place('o')}, 'pathway', f.pathway, 'placed', f.placed)
      order by f.id) from seat_fills f join seat_offers o on o.district_id = f.district_id and o.id = f.offer_id
      where o.district_id = app_district() and o.school_year_id = ${year}`)},
    'schools', (select coalesce(json_object_agg(s.id, s.name), '{}') from schools s
      where s.district_id = app_district() and s.id in (select school_id from named)),
    'silent', ${whole(`json_build_object('id', s.id, 'name', s.name) order by s.name) from (select s.id, s.name from schools s
      where s.district_id = app_district() and ${oldEnough('s')} and ($2::uuid[] is null or s.id = any ($2))
        and ${saidNothing('s', year)} order by s.name limit 200) s`)}
  )::text as ground from districts d where d.id = app_district()`)
/** Everything a year's demand and seats are counted from. Equity comes first: where seats are few, schools with most need are counted first. */
export const groundOf = async (
  db: Db,
  scope: readonly string[] | null,
  schoolYearId?: string,
): Promise<Ground> => JSON.parse((await db.one(ground, [schoolYearId ?? null, scope]))!.ground) as Ground // the district is there; the shape is the statement's

const own = statement<{
  own: string
}>(`select coalesce(json_object_agg(kind, hours), '{}')::text as own from seat_minimums
  where district_id = app_district()`)
export const ownMinimums = async (db: Db): Promise<Record<string, number>> =>
  JSON.parse((await db.one(own))!.own) as Record<string, number> // an aggregate answers one row

const setMinimums = statement(`insert into seat_minimums (district_id, kind, hours)
  select app_district(), key, value::integer from jsonb_each_text($1::jsonb)
  on conflict (district_id, kind) do update set hours = excluded.hours where seat_minimums.hours <> excluded.hours`)
export const keepMinimums = (db: Db, hours: Readonly<Record<string, number>>) =>
  db.run(setMinimums, [JSON.stringify(hours)])

export interface SheetGround {
  schoolYearId: string | null
  enrolment: number | null
  lines: { pathway: string; seekers: number; filled: number }[]
}
const sheet = statement<{
  sheet: SheetGround
}>(`select json_build_object('schoolYearId', y.id, 'enrolment', s.enrolment,
    'lines', (select coalesce(json_agg(json_build_object('pathway', t.pathway, 'seekers', t.seekers, 'filled', t.filled)), '[]') from (
      select pathway, max(seekers) as seekers, coalesce(sum(filled), 0)::integer as filled from (
        select pathway, seekers, null::integer as filled from seat_demands x where x.district_id = app_district() and x.school_id = s.id
          and x.school_year_id = y.id and x.kind = $3 and x.audience = $4 and x.term = $5
        union all
        select f.pathway, null, f.placed from seat_fills f join seat_offers o on o.district_id = f.district_id and o.id = f.offer_id
        where f.district_id = app_district() and f.school_id = s.id and o.school_year_id = y.id and o.kind = $3
          and o.audience = $4 and o.term = $5) u group by pathway) t)) as sheet
  from schools s left join school_years y on y.district_id = s.district_id and y.id = coalesce($2::uuid, present_school_year())
  where s.district_id = app_district() and s.id = $1 for no key update of s`)
/** What a school said and has filled, held against somebody saying something else meanwhile. */
export const sheetOf = async (
  db: Db,
  schoolId: string,
  { schoolYearId, kind, audience = 'student', term }: SeatDemandSheet,
) => (await db.one(sheet, [schoolId, schoolYearId ?? null, kind, audience, term]))?.sheet

const keep =
  statement(`with said as (select pathway, seekers from jsonb_to_recordset($6::jsonb) as t (pathway text, seekers integer)
  ), gone as (
    delete from seat_demands x using said where said.seekers is null and x.district_id = app_district() and x.school_year_id = $2
      and x.school_id = $1 and x.kind = $3 and x.audience = $4 and x.term = $5 and x.pathway = said.pathway
  )
  insert into seat_demands (district_id, school_year_id, school_id, kind, audience, term, pathway, seekers, said_by_name)
  select app_district(), $2, $1, $3, $4, $5, pathway, seekers, $7 from said where seekers is not null
  on conflict (district_id, school_year_id, school_id, kind, audience, pathway, term)
    do update set seekers = excluded.seekers, copied = false, said_by_name = excluded.said_by_name, said_at = now()`)
export const keepSheet = (
  db: Db,
  schoolId: string,
  schoolYearId: string,
  { kind, audience = 'student', term, lines }: SeatDemandSheet,
  by: string,
) => db.run(keep, [schoolId, schoolYearId, kind, audience, term, JSON.stringify(lines), by])
