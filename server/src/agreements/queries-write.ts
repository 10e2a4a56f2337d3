import type { AgreementChange, SectionChange } from '@common-table/shared/agreements/schemas'
import type { AgreementFacts } from '@common-table/shared/agreements/facts'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { sectionJson } from './queries.ts'

const factColumns = 'intensity, money, uses_space, data, contact, worksite, grassroots'
const factsIn = (facts: AgreementFacts): unknown[] => [
  facts.intensity,
  facts.money,
  facts.usesSpace,
  facts.data,
  facts.contact,
  facts.worksite,
  facts.grassroots,
]

export interface AgreementToInsert {
  partnershipId: string
  kind: 'new' | 'renewal' | 'amendment'
  fromAgreementId: string | null
  title: string
  type: string
  language: string
  facts: AgreementFacts
  startsOn: string | null
  endsOn: string | null
  renews: boolean
  termMonths: number
  noticeDays: number
  amountCents: number | null
  dataSharing: object | null
  districtSignerId: string | null
  partnerSignerId: string | null
  amendmentReason: string | null
  amendmentNote: string
}

const insert = statement<{ id: string }>(`with made as (
    insert into agreements (district_id, partnership_id, kind, from_agreement_id, title, type, language, starts_on, ends_on, renews,
      term_months, notice_days, amount_cents, data_sharing, district_signer_id, partner_signer_id, amendment_reason, amendment_note,
      ${factColumns})
    values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
      $18, $19, $20, $21, $22, $23, $24)
    returning district_id, id, intensity, stage_since),
  stay as (insert into agreement_stays (district_id, agreement_id, stage, intensity, entered_at)
    select district_id, id, 'draft', intensity, stage_since from made)
  select id from made`)
export const insertAgreement = async (db: Db, made: AgreementToInsert): Promise<string> =>
  (await db.one(insert, [
    made.partnershipId,
    made.kind,
    made.fromAgreementId,
    made.title,
    made.type,
    made.language,
    made.startsOn,
    made.endsOn,
    made.renews,
    made.termMonths,
    made.noticeDays,
    made.amountCents,
    made.dataSharing && JSON.stringify(made.dataSharing),
    made.districtSignerId,
    made.partnerSignerId,
    made.amendmentReason,
    made.amendmentNote,
    ...factsIn(made.facts),
  ]))!.id // an insert returns its row

const sections =
  statement(`insert into agreement_sections (district_id, agreement_id, code, group_code, position, title, body, state, notes)
  select app_district(), $1, s.code, s."group", (select coalesce(max(position), 0) from agreement_sections
      where district_id = app_district() and agreement_id = $1) + s.place, s.title, s.body,
    coalesce(s.state, case when s.body ~ '\\S' then 'under_discussion' else 'not_yet_addressed' end), coalesce(s.notes, '')
  from rows from (jsonb_to_recordset($2) as (code text, "group" text, title text, body text, state text, notes text))
    with ordinality as s (code, "group", title, body, state, notes, place)`)
/** Adds sections below those that are there; one that brings text begins under discussion. */
export const insertSections = (db: Db, agreementId: string, rows: readonly object[]) =>
  rows.length === 0 ? 0 : db.run(sections, [agreementId, JSON.stringify(rows)])

/** Columns of what may change, by the field's name. */
const columns: Readonly<Record<Exclude<keyof AgreementChange, 'facts'>, string>> = {
  title: 'title',
  type: 'type',
  language: 'language',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  renews: 'renews',
  termMonths: 'term_months',
  noticeDays: 'notice_days',
  amountCents: 'amount_cents',
  dataSharing: 'data_sharing',
  districtSignerId: 'district_signer_id',
  partnerSignerId: 'partner_signer_id',
}
/** Changes the given fields, if `version` is still current; answers whether it was. */
export const updateAgreement = async (
  db: Db,
  agreementId: string,
  version: number,
  { facts, ...change }: AgreementChange,
): Promise<boolean> => {
  const names = Object.keys(change) as (keyof typeof columns)[]
  const sets = names.map((name, at) => `${columns[name]} = $${at + 3}`)
  const values = names.map((name) =>
    name === 'dataSharing' && change.dataSharing
      ? JSON.stringify(change.dataSharing)
      : (change[name] ?? null),
  )
  if (facts)
    factColumns.split(', ').forEach((column, at) => sets.push(`${column} = $${names.length + 3 + at}`))
  if (sets.length === 0) sets.push('title = title')
  const update = statement(
    `update agreements set ${sets.join(', ')} where district_id = app_district() and id = $1 and version = $2`,
  )
  return (await db.run(update, [agreementId, version, ...values, ...(facts ? factsIn(facts) : [])])) > 0
}

const sectionOf = statement<{ agreementId: string; code: string; version: number; section: string }>(
  `select s.agreement_id as "agreementId", s.code, s.version, ${sectionJson} as section from agreement_sections s
   where s.district_id = app_district() and s.id = $1`,
)
export const sectionRow = (db: Db, sectionId: string) => db.one(sectionOf, [sectionId])

const writeSection =
  statement(`update agreement_sections set title = coalesce($3, title), body = coalesce($4, body),
    state = coalesce($5, state), notes = coalesce($6, notes), changed_by_name = $7, changed_at = now()
  where district_id = app_district() and id = $1 and version = $2`)
export const updateSection = async (
  db: Db,
  sectionId: string,
  version: number,
  { title, body, state, notes }: SectionChange,
  by: string,
): Promise<boolean> =>
  (await db.run(writeSection, [
    sectionId,
    version,
    title ?? null,
    body ?? null,
    state ?? null,
    notes ?? null,
    by,
  ])) > 0

const remove = statement('delete from agreement_sections where district_id = app_district() and id = $1')
export const deleteSection = (db: Db, sectionId: string) => db.run(remove, [sectionId])

const resolve = statement<{ agreementId: string }>(
  `update agreement_comments set resolved_at = coalesce(resolved_at, now()) where district_id = app_district() and id = $1
   returning agreement_id as "agreementId"`,
)
export const resolveCommentRow = async (db: Db, commentId: string) =>
  (await db.one(resolve, [commentId]))?.agreementId

const comment = statement(
  `insert into agreement_comments (district_id, agreement_id, section_code, name, body) values (app_district(), $1, $2, $3, $4)`,
)
export const insertComment = (
  db: Db,
  agreementId: string,
  said: { sectionCode: string | null; name: string; text: string },
) => db.run(comment, [agreementId, said.sectionCode, said.name, said.text])
