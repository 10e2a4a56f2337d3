import { randomUUIDv7 } from 'node:crypto'
import type {
  NewPartnership,
  PartnershipChange,
  StageChange,
} from '@common-table/shared/partnerships/schemas'
import type { Db } from '../db/db.ts'
import { built } from '../db/json-sql.ts'
import { statement } from '../db/statement.ts'
import { readLast } from './queries.ts'
import { newRecord, recordJoins } from './record-json.ts'

interface Writer {
  id: string | null
  name: string
}

/** Each kind of link: its table and column. */
const links = {
  schoolIds: ['partnership_schools', 'school_id'],
  categoryIds: ['partnership_categories', 'category_id'],
  priorityIds: ['partnership_priorities', 'priority_id'],
  serviceIds: ['partnership_services', 'service_id'],
} as const
const linkNames = Object.keys(links) as (keyof typeof links)[]

/**
 * Only the kinds of links that are given are in the statement: writing none to a table still runs its triggers. The
 * record it answers is whole where no links are given.
 */
const insertWith = (given: (keyof typeof links)[]) =>
  statement<{ partnership: string; version: number }>(`with p as (
    insert into partnerships (district_id, id, organization_id, name, stage, scope, formality, intensity, starts_on, ends_on,
      summary, mutual_benefit, lead_user_id, partner_lead_id, students_reached, kind, oversight)
    values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning *)
  ${given.map((name, at) => `, ${links[name][0]}_of as (insert into ${links[name][0]} (district_id, partnership_id, ${links[name][1]}) select district_id, p.id, unnest($${at + 19}::uuid[]) from p)`).join('')}
  , e as (insert into partnership_events (district_id, partnership_id, kind, to_stage, author_id, author_name)
    select district_id, p.id, 'created', $4, $17::uuid, $18 from p returning *)
  select ${built(newRecord)} as partnership, p.version from p ${recordJoins}`)

/** Inserts a partnership with all its links and its first event in one statement; answers the record. */
export const insertPartnership = async (db: Db, body: NewPartnership, author: Writer) => {
  const id = randomUUIDv7()
  const schools = body.schoolIds ?? []
  const given = linkNames.filter((name) => body[name]?.length)
  const values = [
    id,
    body.organizationId,
    body.name,
    body.stage ?? 'exploring',
    body.scope ?? (schools.length > 1 ? 'several_schools' : schools.length === 1 ? 'one_school' : 'district'),
    body.formality ?? 'informal',
    body.intensity ?? 'low',
    body.startsOn ?? null,
    body.endsOn ?? null,
    body.summary ?? '',
    body.mutualBenefit ?? '',
    body.leadUserId ?? null,
    body.partnerLeadId ?? null,
    body.studentsReached ?? null,
    body.kind ?? null,
    body.oversight?.trim() ?? '',
    author.id,
    author.name,
    ...given.map((name) => body[name]),
  ]
  if (given.length === 0) return (await db.final(insertWith(given), values))! // an insert returns its row
  // Sent together: the record is read behind its insert, without waiting in between.
  const [, record] = await Promise.all([db.one(insertWith(given), values), readLast(db, id)])
  return record! // it was just inserted
}

const update = statement<{ id: string }>(`update partnerships set
    name = coalesce($3, name), scope = coalesce($4, scope), formality = coalesce($5, formality), intensity = coalesce($6, intensity),
    summary = coalesce($7, summary), mutual_benefit = coalesce($8, mutual_benefit),
    starts_on = case when $9 then $10::date else starts_on end, ends_on = case when $11 then $12::date else ends_on end,
    lead_user_id = case when $13 then $14::uuid else lead_user_id end,
    partner_lead_id = case when $15 then $16::uuid else partner_lead_id end,
    students_reached = case when $17 then $18::integer else students_reached end,
    resumes_on = case when $19 then $20::date else resumes_on end,
    kind = case when $21 then $22 else kind end, oversight = coalesce($23, oversight)
  where district_id = app_district() and id = $1 and version = $2 returning id`)

/** Changes the record if `version` is still current; answers whether it was. */
export const updatePartnership = async (
  db: Db,
  id: string,
  version: number,
  change: PartnershipChange,
): Promise<boolean> => {
  const given = (name: keyof PartnershipChange) => [name in change, change[name] ?? null]
  const changed = await db.one(update, [
    id,
    version,
    change.name ?? null,
    change.scope ?? null,
    change.formality ?? null,
    change.intensity ?? null,
    change.summary ?? null,
    change.mutualBenefit ?? null,
    ...given('startsOn'),
    ...given('endsOn'),
    ...given('leadUserId'),
    ...given('partnerLeadId'),
    ...given('studentsReached'),
    ...given('resumesOn'),
    ...given('kind'),
    change.oversight?.trim() ?? null,
  ])
  return changed !== undefined
}

/** Makes the given links the partnership's links: removes what is gone, adds what is new, leaves the rest untouched. */
export const replaceLinks = async (db: Db, id: string, change: PartnershipChange): Promise<void> => {
  for (const name of linkNames) {
    const [table, column] = links[name]
    const ids = change[name]
    if (!ids) continue
    await db.run(
      statement(
        `delete from ${table} where district_id = app_district() and partnership_id = $1 and ${column} <> all ($2::uuid[])`,
      ),
      [id, ids],
    )
    await db.run(
      statement(`insert into ${table} (district_id, partnership_id, ${column})
        select app_district(), $1, each from unnest($2::uuid[]) each on conflict do nothing`),
      [id, ids],
    )
  }
}

const move = statement<{ id: string }>(`with p as (
    update partnerships set stage = $3, stage_since = $4::date, resumes_on = $10::date where district_id = app_district() and id = $1 and version = $2
    returning district_id, id),
  e as (insert into partnership_events (district_id, partnership_id, kind, happened_on, body, from_stage, to_stage, reason, author_id, author_name)
    select district_id, id, 'stage', $4::date, $5, $6, $3, $7, $8::uuid, $9 from p)
  select id from p`)

export const moveStage = async (
  db: Db,
  id: string,
  version: number,
  from: string,
  { stage, reason, note, resumesOn }: StageChange,
  today: string,
  author: Writer,
): Promise<boolean> =>
  (await db.one(move, [
    id,
    version,
    stage,
    today,
    note ?? '',
    from,
    reason ?? null,
    author.id,
    author.name,
    (stage === 'paused' && resumesOn) || null,
  ])) !== undefined
