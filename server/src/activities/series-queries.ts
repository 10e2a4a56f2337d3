import type { NewClosedDays, NewSeries } from '@common-table/shared/activities/series-schemas'
import type { Closure } from '@common-table/shared/activities/planned-days'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { today } from './list-queries.ts'

const calendar = statement<{ calendar: string }>(`select json_build_object(
    'closed', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'startsOn', c.starts_on, 'endsOn', c.ends_on)
        order by c.starts_on, c.id), '[]') from closed_days c where c.district_id = app_district()),
    'years', (select coalesce(json_agg(json_build_object('startsOn', y.starts_on, 'endsOn', y.ends_on)), '[]')
      from school_years y where y.district_id = app_district()))::text as calendar`)
interface Calendar {
  closed: (Closure & { id: string })[]
  years: { startsOn: string; endsOn: string }[]
}
/** When the district is open: its school years without the days it closes. */
export const districtCalendar = async (db: Db): Promise<Calendar> =>
  JSON.parse((await db.one(calendar))!.calendar) as Calendar // one row of the statement's shape

const insert = statement<{
  id: string
}>(`insert into activity_series (district_id, weekdays, every_weeks, starts_on, ends_on, skipped)
  values (app_district(), $1, $2, $3, $4, $5) returning id`)
export const insertSeries = async (
  db: Db,
  { weekdays, everyWeeks, startsOn, endsOn }: NewSeries,
  skipped: readonly string[],
): Promise<string> => (await db.one(insert, [weekdays, everyWeeks, startsOn, endsOn, skipped]))!.id // it inserts one

const join = statement(
  'update activities set series_id = $1 where district_id = app_district() and id = any ($2)',
)
export const joinSeries = (db: Db, seriesId: string, ids: readonly string[]) => db.run(join, [seriesId, ids])

export interface SeriesMember {
  id: string
  seriesId: string | null
  happensOn: string
  told: boolean
}
const members =
  statement<SeriesMember>(`select a.id, a.series_id as "seriesId", a.happens_on::text as "happensOn", a.delivered is not null as told
  from activities a join activities x on x.district_id = a.district_id and x.series_id = a.series_id
  where x.district_id = app_district() and x.id = $1 and x.version = $2 and a.happens_on >= x.happens_on
  order by a.happens_on for no key update of a`)
/** A session and all that follow in its row; none where its version is not current, or where it stands alone. */
export const followingOf = (db: Db, id: string, version: number) => db.many(members, [id, version])

const change = statement(`update activities a set title = coalesce($2, a.title),
    school_id = case when $3 then $4::uuid else a.school_id end, planned = coalesce($5, a.planned),
    minutes = case when $6 then $7::smallint else a.minutes end, setting = case when $8 then $9::text else a.setting end,
    note = coalesce($10, a.note), happens_on = coalesce(n.day, a.happens_on)
  from json_to_recordset($1::json) as n (id uuid, day date)
  where a.district_id = app_district() and a.id = n.id and a.delivered is null`)
export const changeSessions = (db: Db, values: readonly unknown[]) => db.run(change, [...values])

const remove = statement(
  'delete from activities where district_id = app_district() and id = any ($1) and delivered is null',
)
export const removeSessions = (db: Db, ids: readonly string[]) => db.run(remove, [ids])

const asPlanned =
  statement(`update activities set delivered = planned, said_by = 'district', said_by_name = $2
  where district_id = app_district() and id = any ($1) and delivered is null and planned > 0 and happens_on <= ${today}
    and ($3::uuid[] is null or school_id = any ($3))`)
/** Answers of how many it was to say. */
export const tellAsPlanned = (db: Db, ids: readonly string[], by: string, scope: readonly string[] | null) =>
  db.run(asPlanned, [ids, by, scope])

const addClosed = statement<{ id: string; sessions: number }>(`with added as (
    insert into closed_days (district_id, name, starts_on, ends_on) values (app_district(), $1, $2, $3) returning id)
  select id, (select count(*) from activities a where a.district_id = app_district() and a.delivered is null
    and a.happens_on between $2::date and $3::date)::integer as sessions from added`)
export const addClosedDays = async (db: Db, { name, startsOn, endsOn }: NewClosedDays) =>
  (await db.one(addClosed, [name.trim(), startsOn, endsOn]))! // it inserts one
const removeClosed = statement('delete from closed_days where district_id = app_district() and id = $1')
export const removeClosedDays = async (db: Db, id: string): Promise<boolean> =>
  (await db.run(removeClosed, [id])) > 0
