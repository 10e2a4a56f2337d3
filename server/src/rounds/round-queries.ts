import type { NewRound, Round, RoundChange, RoundKind } from '@common-table/shared/rounds/schemas'
import { roundState } from '@common-table/shared/rounds/window'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

/** A link of a reply `r` that was opened. */
export const wasOpened = `exists (select from links l where l.district_id = r.district_id and l.subject_id = r.id
  and l.last_used_at is not null)`

type Row = Omit<Round, 'state'> & { today: string }

const rowOf = (
  where: string,
): string => `select o.id, o.kind, y.label as "schoolYear", o.opens_on as "opensOn", o.due_on as "dueOn",
    o.note, ${utc('o.closed_at')} as "closedAt", o.created_by_name as "createdBy", o.version,
    (select json_build_object('asked', count(*), 'unreachable', count(*) filter (where r.asked_at is null and r.submitted_at is null),
        'opened', count(*) filter (where r.saved_at is not null or ${wasOpened}),
        'answered', count(*) filter (where r.submitted_at is not null))
      from replies r where r.district_id = o.district_id and r.round_id = o.id) as counts,
    (now() at time zone d.time_zone)::date as today
  from rounds o join school_years y on y.district_id = o.district_id and y.id = o.school_year_id join districts d on d.id = o.district_id
  where o.district_id = app_district() and ${where}`

const shown = ({ today, ...round }: Row): Round => ({ ...round, state: roundState(round, today) })

const list = statement<Row>(`${rowOf('($1::text is null or o.kind = $1)')} order by y.starts_on desc, o.kind`)
export const roundList = async (db: Db, kind: RoundKind | undefined): Promise<Round[]> =>
  (await db.many(list, [kind ?? null])).map(shown)

const one = statement<Row>(rowOf('o.id = $1'))
export const roundOf = async (db: Db, id: string): Promise<Round | undefined> => {
  const row = await db.one(one, [id])
  return row && shown(row)
}

const chosenYear = statement<{
  id: string | null
  today: string
  taken: string | null
}>(`select y.id, d.today,
    (select r.id from rounds r where r.district_id = app_district() and r.kind = $2 and r.school_year_id = y.id) as taken
  from (select (now() at time zone time_zone)::date as today from districts where id = app_district()) d
    left join lateral (select id from school_years where district_id = app_district()
      and case when $1::text is null then starts_on <= d.today else label = $1 end order by starts_on desc limit 1) y on true`)
/** The school year a round would be of, today where the district is, and the round that is there already. */
export const yearFor = async (db: Db, label: string | undefined, kind: RoundKind) =>
  (await db.one(chosenYear, [label ?? null, kind]))! // the caller's district exists

const insert = statement<{
  id: string
}>(`insert into rounds (district_id, kind, school_year_id, opens_on, due_on, note, created_by_name)
  values (app_district(), $1, $2, $3, $4, $5, $6) returning id`)
export const insertRound = async (
  db: Db,
  { kind, dueOn, note }: NewRound,
  { yearId, opensOn, author }: { yearId: string; opensOn: string; author: string },
): Promise<string> => (await db.one(insert, [kind, yearId, opensOn, dueOn, note ?? '', author]))!.id // an insert returns its row

const update = statement(`update rounds set due_on = coalesce($3, due_on), note = coalesce($4, note),
    closed_at = case when $5::boolean is null then closed_at when $5 then coalesce(closed_at, now()) end
  where district_id = app_district() and id = $1 and version = $2`)
export const updateRound = async (
  db: Db,
  id: string,
  version: number,
  { dueOn, note, closed }: RoundChange,
): Promise<boolean> => (await db.run(update, [id, version, dueOn ?? null, note ?? null, closed ?? null])) > 0

const askSchools = statement(`insert into replies (district_id, round_id, school_id)
  select app_district(), $1, s.id from schools s where s.district_id = app_district() and s.status = 'open'
  on conflict do nothing`)
export const addSchools = (db: Db, roundId: string) => db.run(askSchools, [roundId])

const askPartners = statement(`insert into replies (district_id, round_id, organization_id)
  select app_district(), $1, o.id from organizations o where o.district_id = app_district()
    and case when $2::uuid[] is null then o.status = 'active' and o.service_count > 0 else o.id = any ($2) end
  on conflict do nothing`)
export const addPartners = (db: Db, roundId: string, organizationIds: readonly string[] | undefined) =>
  db.run(askPartners, [roundId, organizationIds ?? null])
