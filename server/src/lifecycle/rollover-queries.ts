import type { Decision } from '@common-table/shared/lifecycle/rollover'
import type { Stage } from '@common-table/shared/partnerships/schemas'
import type { Rollover } from '@common-table/shared/lifecycle/rollover-schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export interface Year {
  id: string
  label: string
  startsOn: string
  endsOn: string
}
const years =
  statement<Year>(`select id, label, starts_on as "startsOn", ends_on as "endsOn" from school_years
  where district_id = app_district() and id = any ($1::uuid[])`)
export const yearsOf = (db: Db, ids: readonly string[]) => db.many(years, [ids])

export interface CandidateRow {
  partnershipId: string
  name: string
  organization: { id: string; name: string }
  stage: Stage
  formality: 'formal' | 'informal'
  intensity: 'low' | 'medium' | 'high'
  startsOn: string | null
  endsOn: string | null
  students: number
  schoolCount: number
  lead: { id: string; name: string } | null
  aligned: boolean
  silentDays: number
  cold: boolean
  carried: boolean
}

const columns = `p.id as "partnershipId", p.name, json_build_object('id', o.id, 'name', o.name) as organization, p.stage, p.formality,
  p.intensity, p.starts_on as "startsOn", p.ends_on as "endsOn", coalesce(p.students_reached, 0) as students,
  p.school_count as "schoolCount", case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as lead,
  p.priority_count > 0 as aligned, current_date - coalesce(p.last_contact_on, p.created_at::date) as "silentDays",
  current_date - coalesce(p.last_contact_on, p.created_at::date) > d.going_cold_days as cold,
  exists (select from partnership_years n where n.district_id = p.district_id and n.partnership_id = p.id and n.school_year_id = $2
    and n.status <> 'stopped') or exists (select from partnership_years n where n.district_id = p.district_id and n.partnership_id = p.id
    and n.school_year_id = $1 and n.decision = 'end') as carried`
const source = `partnership_years k join partnerships p on p.district_id = k.district_id and p.id = k.partnership_id
    join organizations o on o.district_id = p.district_id and o.id = p.organization_id
    join districts d on d.id = p.district_id
    left join users u on u.district_id = p.district_id and u.id = p.lead_user_id
  where k.district_id = app_district() and k.school_year_id = $1`

const candidates = statement<CandidateRow>(
  `select ${columns} from ${source} and p.stage <> 'ended' order by p.name, p.id limit 5000`,
)
/** Partnerships of a school year that have not ended. */
export const candidatesOf = (db: Db, fromYearId: string, toYearId: string) =>
  db.many(candidates, [fromYearId, toYearId])

const chosen = statement<CandidateRow>(
  `select ${columns} from ${source} and p.id = any ($3::uuid[]) order by p.name, p.id`,
)
/** The chosen ones as they are now, those that have ended included. */
export const chosenOf = (db: Db, fromYearId: string, toYearId: string, ids: readonly string[]) =>
  db.many(chosen, [fromYearId, toYearId, ids])

const namesOf = statement<{ id: string; name: string }>(
  'select id, name from partnerships where district_id = app_district() and id = any ($1::uuid[])',
)
export const partnershipNames = (db: Db, ids: readonly string[]) => db.many(namesOf, [ids])

const plansToCopy = statement<{ count: number }>(`select count(*)::integer as count from site_plans s
  where s.district_id = app_district() and s.school_year_id = $1 and s.partnership_id = any ($3::uuid[])
    and not exists (select from site_plans n where n.district_id = s.district_id and n.partnership_id = s.partnership_id
      and n.school_id = s.school_id and n.school_year_id = $2)`)
export const sitePlansToCopy = async (db: Db, fromYearId: string, toYearId: string, ids: readonly string[]) =>
  (await db.one(plansToCopy, [fromYearId, toYearId, ids]))!.count // a count always answers

export interface Step {
  partnershipId: string
  decision: Decision
  reason: string | null
  before: { stage: Stage; endsOn: string | null }
  after: { stage: Stage; endsOn: string | null; nextYear: 'planned' | 'running' | null }
}

const begin = statement<{
  id: string
}>(`insert into rollovers (district_id, from_year_id, to_year_id, sums, applied_by, applied_by_name)
  values (app_district(), $1, $2, $3, $4, $5) returning id`)
export const beginRollover = async (
  db: Db,
  from: string,
  to: string,
  sums: object,
  by: { id: string | null; name: string },
): Promise<string> => (await db.one(begin, [from, to, JSON.stringify(sums), by.id, by.name]))!.id // an insert returns its row

const asRows = `json_to_recordset($2) as c ("partnershipId" uuid, decision text, reason text, "stageBefore" text, "stageAfter" text,
    "endsOn" date, "nextYear" text)`
const remember =
  statement(`insert into rollover_changes (district_id, rollover_id, partnership_id, decision, stage, stage_since, ends_on, after_version)
  select app_district(), $1, p.id, c.decision, p.stage, p.stage_since, p.ends_on,
      p.version + case when (p.stage, p.ends_on) is distinct from (c."stageAfter", c."endsOn") then 1 else 0 end
    from ${asRows} join partnerships p on p.district_id = app_district() and p.id = c."partnershipId"`)
const move = statement(`update partnerships p set stage = c."stageAfter", ends_on = c."endsOn",
    stage_since = case when p.stage <> c."stageAfter" then current_date else p.stage_since end
  from ${asRows.replace('$2', '$1')} where p.district_id = app_district() and p.id = c."partnershipId"
    and (p.stage, p.ends_on) is distinct from (c."stageAfter", c."endsOn")`)
const tell =
  statement(`insert into partnership_events (district_id, partnership_id, kind, from_stage, to_stage, reason, body, author_id, author_name)
  select app_district(), c."partnershipId", 'stage', c."stageBefore", c."stageAfter", c.reason, $3, $4::uuid, $5
    from ${asRows} where c."stageBefore" <> c."stageAfter" and $1::uuid is not null`)
const decide =
  statement(`update partnership_years k set decision = c.decision, reason = c.reason, rollover_id = $1
  from ${asRows} where k.district_id = app_district() and k.partnership_id = c."partnershipId" and k.school_year_id = $3`)
const enter =
  statement(`insert into partnership_years as k (district_id, partnership_id, school_year_id, status, students_planned, rollover_id)
  select app_district(), p.id, $3, c."nextYear", p.students_reached, $1
    from ${asRows} join partnerships p on p.district_id = app_district() and p.id = c."partnershipId" where c."nextYear" is not null
  on conflict (district_id, partnership_id, school_year_id) do update set status = excluded.status, rollover_id = excluded.rollover_id
    where k.status = 'stopped'`)
const copyPlans =
  statement(`insert into site_plans (district_id, partnership_id, school_id, school_year_id, liaison_user_id, liaison_name, space,
    weekdays, starts_at, ends_at, starts_on, ends_on, students, notes, rollover_id)
  select s.district_id, s.partnership_id, s.school_id, n.id, s.liaison_user_id, s.liaison_name, s.space, s.weekdays, s.starts_at, s.ends_at,
      least(s.starts_on + (n.starts_on - y.starts_on), n.ends_on), least(s.ends_on + (n.starts_on - y.starts_on), n.ends_on), s.students, s.notes, $1
    from ${asRows} join site_plans s on s.district_id = app_district() and s.partnership_id = c."partnershipId" and s.school_year_id = $3
      join school_years y on y.district_id = s.district_id and y.id = s.school_year_id
      join school_years n on n.district_id = s.district_id and n.id = $4
    where c."nextYear" is not null
  on conflict (district_id, partnership_id, school_id, school_year_id) do nothing`)
const beginExits = statement(`insert into exit_checks (district_id, partnership_id, item, position, due_on)
  select app_district(), c."partnershipId", list.item, list.place, greatest(c."endsOn", current_date) + 30
    from ${asRows}, unnest('{students_transferred,data_destroyed,keys_returned,final_report,thank_you}'::text[]) with ordinality as list (item, place)
    where c.decision = 'end' and $1::uuid is not null
  on conflict (district_id, partnership_id, item) do nothing`)

/** What follows a change of partnerships compares each before with each after, so many are changed in portions. */
export const portions = <T>(all: readonly T[], size = 200): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

/** Carries out a roll-over in a few dozen statements, however many partnerships it is about. */
export const carryOut = async (
  db: Db,
  rolloverId: string,
  { from, to }: { from: string; to: string },
  steps: readonly Step[],
  note: string,
  author: { id: string | null; name: string },
): Promise<void> => {
  const changes = steps.map(({ partnershipId, decision, reason, before, after }) => ({
    partnershipId,
    decision,
    reason,
    stageBefore: before.stage,
    stageAfter: after.stage,
    endsOn: after.endsOn,
    nextYear: after.nextYear,
  }))
  const rows = JSON.stringify(changes)
  await db.run(remember, [rolloverId, rows])
  for (const portion of portions(changes)) await db.run(move, [JSON.stringify(portion)])
  await db.run(tell, [rolloverId, rows, note, author.id, author.name])
  await db.run(decide, [rolloverId, rows, from])
  await db.run(enter, [rolloverId, rows, to])
  await db.run(copyPlans, [rolloverId, rows, from, to])
  await db.run(beginExits, [rolloverId, rows])
}

const rolloverJson = `json_build_object('id', r.id, 'from', (select json_build_object('id', y.id, 'name', y.label) from school_years y
    where y.district_id = r.district_id and y.id = r.from_year_id), 'to', (select json_build_object('id', y.id, 'name', y.label) from school_years y
    where y.district_id = r.district_id and y.id = r.to_year_id), 'sums', r.sums, 'appliedByName', r.applied_by_name,
  'createdAt', r.created_at, 'undoneAt', r.undone_at, 'version', r.version)`
const list = statement<{
  items: string
}>(`select json_build_object('items', coalesce(json_agg(${rolloverJson} order by r.id desc), '[]'))::text as items
  from rollovers r where r.district_id = app_district()`)
export const rolloversOf = async (db: Db): Promise<string> => (await db.one(list))!.items // an aggregate always answers
const one = statement<{ rollover: Rollover }>(
  `select ${rolloverJson} as rollover from rollovers r where r.district_id = app_district() and r.id = $1 for update of r`,
)
export const findRollover = async (db: Db, id: string) => (await db.one(one, [id]))?.rollover

const endDue = statement<{ ended: number }>(`with due as (
    select p.district_id, p.id, p.stage, k.reason from partnerships p
      join partnership_years k on k.district_id = p.district_id and k.partnership_id = p.id and k.decision = 'end'
    where p.district_id = app_district() and p.stage <> 'ended' and p.ends_on < current_date
  ), ended as (
    update partnerships p set stage = 'ended', stage_since = current_date from due
      where p.district_id = due.district_id and p.id = due.id returning p.id
  ), told as (
    insert into partnership_events (district_id, partnership_id, kind, from_stage, to_stage, reason, author_name)
      select district_id, id, 'stage', stage, 'ended', reason, 'system' from due
  ) select count(*)::integer as ended from ended`)
/** Ends what a roll-over decided to end, once its last day is over. */
export const endWhatIsDue = async (db: Db): Promise<number> => (await db.one(endDue))!.ended // a count always answers
