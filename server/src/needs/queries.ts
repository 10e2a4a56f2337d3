import { and, eq } from 'drizzle-orm'
import type { NeedChange, NewNeed } from '@common-table/shared/needs/schemas'
import type { NeedStatus } from '@common-table/shared/needs/lifecycle'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'
import { needFacts, needJoins } from './item-queries.ts'
import type { SchoolScope } from './list-queries.ts'
import { needs } from './table.ts'

const one = statement<{
  need: string
  version: number
  status: NeedStatus
  schoolId: string
  suggested: boolean
}>(
  `select json_build_object(${needFacts}, 'closedReason', n.closed_reason, 'closedAt', ${utc('n.closed_at')},
      'recordedBy', n.created_by_name, 'updatedAt', ${utc('n.updated_at')})::text as need,
    n.version, n.status, n.school_id as "schoolId", n.evidence ? 'grounds' as suggested
  from needs n ${needJoins}
  where n.district_id = app_district() and n.id = $2 and ($1::uuid[] is null or n.school_id = any ($1))`,
)

export const needOf = (db: Db, scope: SchoolScope, id: string) => db.one(one, [scope, id])

const known = statement<{
  school: boolean
  enrolment: number | null
  year: string | null
  tiers: number[] | null
}>(`select
    (select enrolment from schools where district_id = app_district() and id = $1) as enrolment,
    exists (select from schools where district_id = app_district() and id = $1 and ($4::uuid[] is null or id = any ($4))) as school,
    case when $3::text is null then (select y.id from school_years y where y.district_id = app_district()
        and y.starts_on <= (select ($5::timestamptz at time zone time_zone)::date from districts where id = app_district())
        order by y.starts_on desc limit 1)
      else (select id from school_years where district_id = app_district() and label = $3) end as year,
    (select tiers from categories where district_id = app_district() and id = $2) as tiers`)

/** What a new need refers to, as far as the caller may see it; the current school year when none is named. */
export const referred = async (
  db: Db,
  scope: SchoolScope,
  {
    schoolId,
    categoryId,
    schoolYear,
  }: Pick<NewNeed, 'schoolId' | 'schoolYear'> & { categoryId: string | null },
  now: Date,
) => (await db.one(known, [schoolId, categoryId, schoolYear ?? null, scope, now.toISOString()]))! // without from: one row

const insert = statement<{
  id: string
}>(`insert into needs (district_id, school_id, category_id, school_year_id, tier,
    severity, students_affected, grades, population, title, details, source, evidence, cannot_meet_alone, created_by, created_by_name,
    urgency, reply_id, languages, settings, weekdays, one_provider)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) returning id`)

export const insertNeed = async (
  db: Db,
  body: Required<Omit<NewNeed, 'schoolYear' | 'evidence'>> & { evidence: string },
  schoolYearId: string,
  author: { id: string | null; name: string },
  replyId: string | null,
): Promise<string> =>
  (await db.one(insert, [
    body.schoolId,
    body.categoryId,
    schoolYearId,
    body.tier,
    body.severity,
    body.studentsAffected,
    body.grades,
    body.population,
    body.title,
    body.details,
    body.source,
    JSON.stringify(body.evidence ? { text: body.evidence } : {}),
    body.cannotMeetAlone,
    author.id,
    author.name,
    body.urgency,
    replyId,
    body.languages,
    body.settings,
    body.weekdays,
    body.oneProvider,
  ]))!.id // an insert returns its row

const saidEvidence = statement(`update needs set evidence = case when $3 = '' then evidence - 'text'
    else jsonb_set(evidence, '{text}', to_jsonb($3::text)) end
  where district_id = app_district() and id = $1 and version = $2`)

/** Changes it if `version` is still the current one; answers whether it was. */
export const changeNeed = async (
  db: Db,
  id: string,
  version: number,
  { evidence, ...change }: NeedChange,
) => {
  if (evidence !== undefined) {
    if ((await db.run(saidEvidence, [id, version, evidence])) === 0) return false
    if (Object.keys(change).length === 0) return true
    version += 1
  }
  const changed = await db.orm
    .update(needs)
    .set(change)
    .where(and(eq(needs.districtId, db.districtId), eq(needs.id, id), eq(needs.version, version)))
    .returning({ id: needs.id })
  return changed.length > 0
}

const move = statement(`update needs set status = $3, closed_reason = $4,
    closed_at = case when $3 in ('met', 'dismissed', 'withdrawn') then now() end
  where district_id = app_district() and id = $1 and version = $2`)

export const moveNeed = async (
  db: Db,
  id: string,
  version: number,
  status: NeedStatus,
  reason: string | null,
) => (await db.run(move, [id, version, status, reason])) > 0

const decide = statement(`update needs set status = $2, closed_reason = $3,
    closed_at = case when $2 = 'dismissed' then now() end
  where district_id = app_district() and id = any ($1::uuid[]) and status = 'suggested'
    and ($4::uuid[] is null or school_id = any ($4))`)

/** Accepts or dismisses those that still wait and that the person may see; answers how many. */
export const decideSuggestions = (
  db: Db,
  scope: SchoolScope,
  ids: readonly string[],
  status: 'open' | 'dismissed',
  reason: string | null,
) => db.run(decide, [ids, status, reason, scope])
