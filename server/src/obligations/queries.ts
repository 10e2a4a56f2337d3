import type { NewObligation, ObligationChange } from '@common-table/shared/obligations/schemas'
import type { Cadence } from '@common-table/shared/obligations/due-dates'
import type { DueStatus } from '@common-table/shared/obligations/standing'
import type { Side } from '@common-table/shared/vocabulary/sides'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export const obligationJson = `json_build_object('id', o.id, 'side', o.side, 'what', o.what, 'cadence', o.cadence,
  'firstDueOn', o.first_due_on, 'evidence', o.evidence, 'sectionCode', o.section_code, 'version', o.version)`

const insert = statement<{ obligation: string }>(`with o as (
    insert into obligations (district_id, agreement_id, side, what, cadence, first_due_on, evidence, section_code)
    values (app_district(), $1, $2, $3, $4, $5, $6, $7) returning *)
  select ${obligationJson}::text as obligation from o`)
export const insertObligation = async (db: Db, agreementId: string, clause: NewObligation): Promise<string> =>
  (await db.one(insert, [
    agreementId,
    clause.side,
    clause.what,
    clause.cadence,
    clause.firstDueOn ?? null,
    clause.evidence ?? '',
    clause.sectionCode ?? null,
  ]))!.obligation // an insert returns its row

const one = statement<{ agreementId: string; version: number; obligation: string }>(
  `select o.agreement_id as "agreementId", o.version, ${obligationJson}::text as obligation from obligations o
   where o.district_id = app_district() and o.id = $1`,
)
export const obligationRow = (db: Db, obligationId: string) => db.one(one, [obligationId])

const update =
  statement(`update obligations set side = coalesce($3, side), what = coalesce($4, what), cadence = coalesce($5, cadence),
    first_due_on = case when $6 then $7::date else first_due_on end, evidence = coalesce($8, evidence),
    section_code = case when $9 then $10 else section_code end
  where district_id = app_district() and id = $1 and version = $2`)
export const updateObligation = async (
  db: Db,
  obligationId: string,
  version: number,
  change: ObligationChange,
): Promise<boolean> =>
  (await db.run(update, [
    obligationId,
    version,
    change.side ?? null,
    change.what ?? null,
    change.cadence ?? null,
    'firstDueOn' in change,
    change.firstDueOn ?? null,
    change.evidence ?? null,
    'sectionCode' in change,
    change.sectionCode ?? null,
  ])) > 0

const remove = statement('delete from obligations where district_id = app_district() and id = $1')
export const deleteObligation = (db: Db, obligationId: string) => db.run(remove, [obligationId])

export interface PlannedPromise {
  id: string
  agreementId: string
  partnershipId: string
  side: Side
  cadence: Cadence
  firstDueOn: string | null
  startsOn: string
  /** The written end: of the first term where the agreement renews itself. */
  endsOn: string
  renews: boolean
  lastDay: string | null
}
const planned =
  statement<PlannedPromise>(`select o.id, a.id as "agreementId", a.partnership_id as "partnershipId", o.side, o.cadence,
    o.first_due_on::text as "firstDueOn", a.starts_on::text as "startsOn", a.ends_on::text as "endsOn", a.renews,
    a.last_day::text as "lastDay"
  from agreements a join obligations o on o.district_id = a.district_id and o.agreement_id = a.id
  where a.district_id = app_district() and a.stage = 'signed' and ($1::uuid is null or a.id = $1)
    and ($2::date is null or a.last_day is null or a.last_day >= $2)`)
/** The promises of a signed agreement, or of all that may still hold on a day. */
export const promisesToPlan = (db: Db, agreementId: string | null, since: string | null) =>
  db.many(planned, [agreementId, since])

const plan =
  statement(`insert into obligation_dues (district_id, obligation_id, agreement_id, partnership_id, side, due_on)
  select app_district(), d.* from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::date[]) d
  on conflict (district_id, obligation_id, due_on) do nothing`)
/** Writes down the days a promise is due; those that are there stay as they are. */
export const insertDues = (db: Db, dues: readonly (PlannedPromise & { dueOn: string })[]) =>
  dues.length === 0
    ? 0
    : db.run(plan, [
        dues.map(({ id }) => id),
        dues.map(({ agreementId }) => agreementId),
        dues.map(({ partnershipId }) => partnershipId),
        dues.map(({ side }) => side),
        dues.map(({ dueOn }) => dueOn),
      ])

const voidAfter = statement(
  `update obligation_dues set status = 'void' where district_id = app_district() and agreement_id = $1 and due_on > $2 and status = 'open'`,
)
/** What an agreement asks for after its last day is no longer due. */
export const voidDuesAfter = (db: Db, agreementId: string, lastDay: string) =>
  db.run(voidAfter, [agreementId, lastDay])

const settle =
  statement(`update obligation_dues set status = $3, kept_on = $4, note = $5, settled_by_name = $6,
    settled_at = case when $3 = 'open' then null else now() end
  where district_id = app_district() and id = $1 and version = $2 and status <> 'void'`)
export const settleDue = async (
  db: Db,
  dueId: string,
  version: number,
  given: { status: Exclude<DueStatus, 'void'>; keptOn: string | null; note: string; by: string | null },
): Promise<boolean> =>
  (await db.run(settle, [dueId, version, given.status, given.keptOn, given.note, given.by])) > 0
