import type { PlannedYear } from '@common-table/shared/calendar/next-school-year'
import type { SchoolYearDates } from '@common-table/shared/calendar/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

// Until a year begins, the one before it is the current one: figures of the summer still belong to somebody.
const current = `(select id from school_years cy where cy.district_id = app_district()
    and cy.starts_on <= (select ($1::timestamptz at time zone time_zone)::date from districts where id = app_district())
    order by cy.starts_on desc limit 1)`

const item = `json_build_object('id', y.id, 'label', y.label, 'startsOn', y.starts_on, 'endsOn', y.ends_on,
  'current', coalesce(y.id = ${current}, false),
  'inUse', exists (select from needs n where n.district_id = y.district_id and n.school_year_id = y.id)
    or exists (select from periods p join measurements m on m.district_id = p.district_id and m.period_id = p.id
      where p.district_id = y.district_id and p.school_year_id = y.id)
    or exists (select from periods p join delivery_measurements m on m.district_id = p.district_id and m.period_id = p.id
      where p.district_id = y.district_id and p.school_year_id = y.id),
  'periods', (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'ordinal', p.ordinal,
      'label', p.label, 'startsOn', p.starts_on, 'endsOn', p.ends_on)
      order by array_position('{year,semester,quarter,month}', p.kind), p.ordinal), '[]')
    from periods p where p.district_id = y.district_id and p.school_year_id = y.id),
  'version', y.version)`

const all = statement<{
  items: string
}>(`select coalesce(json_agg(${item} order by y.starts_on desc), '[]')::text as items
  from school_years y where y.district_id = app_district()`)

const one = statement<{ year: string; version: number }>(`select (${item})::text as year, y.version
  from school_years y where y.district_id = app_district() and y.id = $2`)

const now =
  statement<CurrentYear>(`select y.id, y.label, y.starts_on::text as "startsOn", y.ends_on::text as "endsOn"
  from school_years y where y.district_id = app_district() and y.starts_on <= $1::date order by y.starts_on desc limit 1`)

const spans =
  statement<YearSpan>(`select y.id, y.label, y.starts_on::text as "startsOn", y.ends_on::text as "endsOn",
    d.school_year_start_month as "startMonth"
  from districts d left join school_years y on y.district_id = d.id
  where d.id = app_district() order by y.starts_on`)

const addYears = statement(`with planned as (
    select * from json_to_recordset($1::json) as p (label text, "startsOn" date, "endsOn" date, parts json)
  ), added as (
    insert into school_years (district_id, label, starts_on, ends_on)
    select app_district(), label, "startsOn", "endsOn" from planned
    on conflict (district_id, label) do nothing returning id, label, starts_on, ends_on
  )
  insert into periods (district_id, school_year_id, kind, ordinal, label, starts_on, ends_on)
  select app_district(), a.id, 'year', 1, a.label, a.starts_on, a.ends_on from added a
  union all
  select app_district(), a.id, x.kind, x.ordinal, x.label, x."startsOn", x."endsOn"
  from added a join planned p on p.label = a.label,
    json_to_recordset(p.parts) as x (kind text, ordinal smallint, label text, "startsOn" date, "endsOn" date)`)

const idOf = statement<{ id: string }>(
  'select id from school_years where district_id = app_district() and label = $1',
)

const changeYear = statement(`update school_years set starts_on = $3::date, ends_on = $4::date
  where district_id = app_district() and id = $1 and version = $2`)

const keepParts = statement(`with wanted as (
    select * from json_to_recordset($2::json) as w (kind text, ordinal smallint, label text, "startsOn" date, "endsOn" date)
  ), gone as (
    delete from periods p where p.district_id = app_district() and p.school_year_id = $1
      and not exists (select from wanted w where w.kind = p.kind and w.ordinal = p.ordinal)
  )
  insert into periods as p (district_id, school_year_id, kind, ordinal, label, starts_on, ends_on)
  select app_district(), $1, kind, ordinal, label, "startsOn", "endsOn" from wanted
  on conflict (district_id, school_year_id, kind, ordinal) do update
    set label = excluded.label, starts_on = excluded.starts_on, ends_on = excluded.ends_on
    where (p.label, p.starts_on, p.ends_on) is distinct from (excluded.label, excluded.starts_on, excluded.ends_on)`)

const remove = statement('delete from school_years where district_id = app_district() and id = $1')

export interface CurrentYear {
  id: string
  label: string
  startsOn: string
  endsOn: string
}

interface YearSpan {
  id: string | null
  label: string
  startsOn: string
  endsOn: string
  startMonth: number
}

export const schoolYears = (db: Db, at: Date) => db.one(all, [at.toISOString()])

export const schoolYear = (db: Db, at: Date, id: string) => db.one(one, [at.toISOString(), id])

/** The school year of a day; between two years, the one that ended last. None before the first one. */
export const currentSchoolYear = (db: Db, today: string): Promise<CurrentYear | undefined> =>
  db.one(now, [today])

/** Every year's dates in order, and the month the district's years start in. */
export const yearSpans = async (db: Db) => {
  const rows = await db.many(spans)
  return {
    startMonth: rows[0]?.startMonth ?? 7,
    years: rows.flatMap(({ id, ...span }) => (id === null ? [] : [{ id, ...span }])),
  }
}

/** Adds the years that are not there yet, each with a period for the whole year and its parts. */
export const addSchoolYears = (db: Db, years: readonly PlannedYear[]) =>
  db.run(addYears, [JSON.stringify(years)])

export const schoolYearNamed = (db: Db, label: string) => db.one(idOf, [label])

/** Changes dates and parts if `version` is still the current one; answers whether it was. */
export const changeSchoolYear = async (
  db: Db,
  id: string,
  label: string,
  version: number,
  dates: SchoolYearDates,
) => {
  const changed = await db.run(changeYear, [id, version, dates.startsOn, dates.endsOn])
  if (changed === 0) return false
  const whole = { kind: 'year', ordinal: 1, label, startsOn: dates.startsOn, endsOn: dates.endsOn }
  await db.run(keepParts, [id, JSON.stringify([whole, ...dates.parts])])
  return true
}

export const removeSchoolYear = (db: Db, id: string) => db.run(remove, [id])
