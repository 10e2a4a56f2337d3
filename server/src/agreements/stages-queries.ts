import type { AgreementStage } from '@common-table/shared/agreements/vocabulary'
import type { GateOnRoute } from '@common-table/shared/agreements/route'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export interface StageMove {
  agreementId: string
  version: number
  to: AgreementStage
  outcome: 'submitted' | 'approved' | 'returned' | 'withdrawn' | 'signed'
  decidedBy: string
  note: string
  /** Set when it leaves draft. */
  route?: readonly GateOnRoute[]
}

const move = statement(`with moved as (
    update agreements set stage = $3, stage_since = now(), route = coalesce($4, route)
    where district_id = app_district() and id = $1 and version = $2 returning district_id, id, intensity),
  closed as (update agreement_stays y set left_at = now(), outcome = $5, decided_by = $6, note = $7
    from moved where y.district_id = moved.district_id and y.agreement_id = moved.id and y.left_at is null)
  select from moved`)
const enter = statement(`insert into agreement_stays (district_id, agreement_id, stage, intensity)
  select district_id, id, stage, intensity from agreements where district_id = app_district() and id = $1`)
/** Moves an agreement on and keeps the clock: the stay that ends says how, the next one begins. Answers whether it did. */
export const moveStage = async (db: Db, moved: StageMove): Promise<boolean> => {
  const { agreementId, version, to, route, outcome, decidedBy, note } = moved
  const row = await db.one(move, [
    agreementId,
    version,
    to,
    route ? JSON.stringify(route) : null,
    outcome,
    decidedBy,
    note,
  ])
  if (!row) return false
  await db.run(enter, [agreementId])
  return true
}

const end =
  statement(`update agreements set last_day = $3, end_reason = $4, exit_reason = coalesce($5, exit_reason),
    notice_given_on = coalesce($6::date, notice_given_on), notice_given_by = coalesce($7, notice_given_by)
  where district_id = app_district() and id = $1 and ($2::integer is null or version = $2) and last_day is null`)
/** Sets the last day of a signed agreement; answers whether it had none and `version` is still current. */
export const endOn = async (
  db: Db,
  agreementId: string,
  version: number | null,
  given: {
    lastDay: string
    because: 'notice' | 'early' | 'replaced'
    exitReason?: string
    noticeOn?: string
    noticeBy?: string
  },
): Promise<boolean> =>
  (await db.run(end, [
    agreementId,
    version,
    given.lastDay,
    given.because,
    given.exitReason ?? null,
    given.noticeOn ?? null,
    given.noticeBy ?? null,
  ])) > 0

const formal = statement(
  "update partnerships set formality = 'formal' where district_id = app_district() and id = $1 and formality <> 'formal'",
)
/** A partnership with a signed agreement is a formal one. */
export const makeFormal = (db: Db, partnershipId: string) => db.run(formal, [partnershipId])
