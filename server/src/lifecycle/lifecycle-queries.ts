import type {
  Answers,
  Assessment,
  ExitCheck,
  ExitCheckChange,
  YearRecord,
  YearRecordChange,
} from '@common-table/shared/lifecycle/schemas'
import type { FormaliseReason } from '@common-table/shared/lifecycle/formalise'
import type { StandingFacts } from '@common-table/shared/partnerships/step-standing'
import type { RubricResult } from '@common-table/shared/partnerships/intensity-rubric'
import type { Intensity, StageChange } from '@common-table/shared/partnerships/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

const exitJson = `json_build_object('id', x.id, 'item', x.item, 'state', x.state, 'note', x.note, 'dueOn', x.due_on,
  'doneOn', x.done_on, 'settledByName', x.settled_by_name, 'version', x.version)`
const yearJson = `json_build_object('id', k.id, 'year', (select json_build_object('id', y.id, 'label', y.label, 'startsOn', y.starts_on,
    'endsOn', y.ends_on) from school_years y where y.district_id = k.district_id and y.id = k.school_year_id),
  'status', k.status, 'decision', k.decision, 'studentsPlanned', k.students_planned, 'studentsServed', k.students_served,
  'note', k.note, 'version', k.version)`

/** What stands of a partnership `p`, to tick required steps off: shared/src/partnerships/step-standing.ts. */
const standing = `json_build_object(
  'people', json_build_object('district', num_nonnulls(p.lead_user_id, p.backup_user_id),
    'partner', num_nonnulls(p.partner_lead_id, p.partner_backup_id)),
  'schools', p.school_count,
  'liaisons', (select count(*) from school_liaisons l where l.district_id = p.district_id and l.partnership_id = p.id),
  'agreements', (select coalesce(json_agg(json_build_object('stage', a.stage, 'type', a.type,
      'inForce', agreement_in_force(a, district_today()), 'sharesData', a.data_sharing is not null,
      'passed', (select coalesce(json_agg(s.stage), '[]') from agreement_stays s
        where s.district_id = a.district_id and s.agreement_id = a.id and s.outcome = 'approved'))), '[]')
    from agreements a where a.district_id = p.district_id and a.partnership_id = p.id and a.stage <> 'withdrawn'),
  'checkIns', (select count(*) from meetings m join school_years y on y.district_id = m.district_id and y.id = m.school_year_id
    where m.district_id = p.district_id and m.partnership_id = p.id and m.kind = 'check_in' and m.status <> 'cancelled'
      and district_today() between y.starts_on and y.ends_on))`

export interface LifecycleRow {
  organizationId: string
  standing: Omit<StandingFacts, 'vision' | 'documents'>
  intensity: Intensity
  version: number
  resumesOn: string | null
  organizationType: string
  trusted: boolean
  schoolCount: number
  assessment: (Omit<Assessment, 'floors'> & { answers: Answers }) | null
  formalise: FormaliseReason[]
  exit: ExitCheck[]
  years: YearRecord[]
}

const one = statement<{
  row: LifecycleRow
}>(`select json_build_object('intensity', p.intensity, 'version', p.version,
    'resumesOn', case when p.stage = 'paused' then p.resumes_on end, 'organizationType', o.type, 'trusted', o.trusted_in_community,
    'schoolCount', p.school_count,
    'assessment', (select json_build_object('id', a.id, 'answers', a.answers, 'score', a.score, 'intensity', a.intensity,
        'chosen', a.chosen, 'reason', a.reason, 'byName', a.assessed_by_name,
        'at', ${utc('a.created_at')})
      from intensity_assessments a where a.district_id = p.district_id and a.partnership_id = p.id order by a.id desc limit 1),
    'organizationId', p.organization_id, 'standing', ${standing},
    'formalise', formalise_reasons(p.district_id, p.id),
    'exit', (select coalesce(json_agg(${exitJson} order by x.position), '[]') from exit_checks x
      where x.district_id = p.district_id and x.partnership_id = p.id),
    'years', (select coalesce(json_agg(${yearJson} order by y.starts_on desc), '[]') from partnership_years k
      join school_years y on y.district_id = k.district_id and y.id = k.school_year_id
      where k.district_id = p.district_id and k.partnership_id = p.id)) as row
  from partnerships p join organizations o on o.district_id = p.district_id and o.id = p.organization_id
  where p.district_id = app_district() and p.id = $1
    and ($2::uuid[] is null or exists (select from partnership_schools s
      where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = any ($2)))`)

export const findLifecycle = async (db: Db, scope: readonly string[] | null, partnershipId: string) =>
  (await db.one(one, [partnershipId, scope]))?.row

const setIntensity = statement<{ id: string }>(`update partnerships set intensity = $3
  where district_id = app_district() and id = $1 and version = $2 returning id`)
const assess =
  statement(`insert into intensity_assessments (district_id, partnership_id, answers, score, intensity, chosen, reason, assessed_by, assessed_by_name)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8)`)

/** Keeps the answers and sets the intensity, if `version` is still current; answers whether it was. */
export const keepAssessment = async (
  db: Db,
  partnershipId: string,
  version: number,
  answers: Answers,
  { score, intensity }: RubricResult,
  { chosen, reason }: { chosen: Intensity; reason: string },
  author: { id: string | null; name: string },
): Promise<boolean> => {
  if (!(await db.one(setIntensity, [partnershipId, version, chosen]))) return false
  await db.run(assess, [
    partnershipId,
    JSON.stringify(answers),
    score,
    intensity,
    chosen,
    reason,
    author.id,
    author.name,
  ])
  return true
}

const oneExit = statement<{ check: ExitCheck }>(
  `select ${exitJson} as check from exit_checks x where x.district_id = app_district() and x.id = $1`,
)
export const findExitCheck = async (db: Db, id: string) => (await db.one(oneExit, [id]))?.check

const settle = statement<{ check: ExitCheck }>(`with x as (
    update exit_checks set state = coalesce($3, state), note = coalesce($4, note),
      due_on = case when $5 then $6::date else due_on end,
      done_on = case coalesce($3, state) when 'done' then coalesce(done_on, $7::date) end,
      settled_by_name = case when $3 is null then settled_by_name when $3 = 'to_do' then '' else $8 end
    where district_id = app_district() and id = $1 and version = $2 returning *)
  select ${exitJson} as check from x`)
export const settleExitCheck = async (
  db: Db,
  id: string,
  version: number,
  change: ExitCheckChange,
  today: string,
  by: string,
) =>
  (
    await db.one(settle, [
      id,
      version,
      change.state ?? null,
      change.note ?? null,
      'dueOn' in change,
      change.dueOn ?? null,
      today,
      by,
    ])
  )?.check

const oneYear = statement<{ record: YearRecord }>(
  `select ${yearJson} as record from partnership_years k where k.district_id = app_district() and k.id = $1`,
)
export const findYearRecord = async (db: Db, id: string) => (await db.one(oneYear, [id]))?.record

const noteYear = statement<{ record: YearRecord }>(`with k as (
    update partnership_years set students_planned = case when $3 then $4::integer else students_planned end,
      students_served = case when $5 then $6::integer else students_served end, note = coalesce($7, note)
    where district_id = app_district() and id = $1 and version = $2 returning *)
  select ${yearJson} as record from k`)
export const changeYearRecord = async (db: Db, id: string, version: number, change: YearRecordChange) =>
  (
    await db.one(noteYear, [
      id,
      version,
      'studentsPlanned' in change,
      change.studentsPlanned ?? null,
      'studentsServed' in change,
      change.studentsServed ?? null,
      change.note ?? null,
    ])
  )?.record

const answer =
  statement(`update exit_checks x set state = a.state, note = coalesce(a.note, x.note), due_on = coalesce(a."dueOn", x.due_on),
    done_on = case a.state when 'done' then $3::date end, settled_by_name = case a.state when 'to_do' then '' else $4 end
  from json_to_recordset($2) as a (item text, state text, note text, "dueOn" date)
  where x.district_id = app_district() and x.partnership_id = $1 and x.item = a.item`)
/** Answers given while a partnership is ended; the lines themselves are there by then. */
export const answerExit = (
  db: Db,
  partnershipId: string,
  answers: NonNullable<StageChange['exit']>,
  today: string,
  by: string,
) => db.run(answer, [partnershipId, JSON.stringify(answers), today, by])
