import type { obligationsContract } from '@common-table/shared/obligations/contract'
import { keptAs } from '@common-table/shared/obligations/standing'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { draftOnly } from '../agreements/index.ts'
import { refuseStale } from '../audit/index.ts'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { dueRow, duesOf } from './dues-queries.ts'
import { deleteObligation, insertObligation, obligationRow, settleDue, updateObligation } from './queries.ts'

const theObligation = async (db: Db, obligationId: string) =>
  (await obligationRow(db, obligationId)) ?? notFound('promise')
const theDue = async (db: Db, scope: readonly string[] | null, dueId: string) =>
  (await dueRow(db, scope, dueId)) ?? notFound('promise')

const dueAnswer = async (db: Db, dueId: string) => {
  const { due, version } = await theDue(db, null, dueId)
  return json(due, version)
}

/** Records what became of a promise, unless somebody else did so first or its agreement is over. */
const settle = async (db: Db, dueId: string, ifMatch: number, given: Parameters<typeof settleDue>[3]) => {
  const before = await theDue(db, null, dueId)
  if (before.status === 'void') throw refusal('promise-void')
  if (!(await settleDue(db, dueId, ifMatch, given)))
    return refuseStale(
      db,
      { table: 'obligation_dues', id: dueId, version: before.version, readVersion: ifMatch },
      JSON.parse(before.due),
    )
  return dueAnswer(db, dueId)
}

export const obligationsHandlers: Handlers<typeof obligationsContract> = {
  addObligation: async ({ db, params, body }) => {
    await draftOnly(db, params.agreementId)
    return json(await insertObligation(db, params.agreementId, body), 1)
  },

  changeObligation: async ({ db, params: { obligationId }, body, ifMatch }) => {
    const before = await theObligation(db, obligationId)
    await draftOnly(db, before.agreementId)
    if (!(await updateObligation(db, obligationId, ifMatch, body)))
      return refuseStale(
        db,
        { table: 'obligations', id: obligationId, version: before.version, readVersion: ifMatch },
        JSON.parse(before.obligation),
      )
    const { obligation, version } = await theObligation(db, obligationId)
    return json(obligation, version)
  },

  removeObligation: async ({ db, params: { obligationId } }) => {
    const { agreementId } = await theObligation(db, obligationId)
    await draftOnly(db, agreementId)
    await deleteObligation(db, obligationId)
  },

  listDues: async ({ db, actor, query, page }) =>
    listAnswer(await duesOf(db, actor.schoolIds, query, page.after), page),

  keepDue: async ({ db, params: { dueId }, body, ifMatch, author, now }) => {
    const { dueOn } = await theDue(db, null, dueId)
    if (body.keptOn > now.toISOString().slice(0, 10))
      throw fieldProblem('keptOn', 'Say when it was done; that day cannot be in the future.', 'wrong')
    return settle(db, dueId, ifMatch, {
      status: keptAs(dueOn, body.keptOn),
      keptOn: body.keptOn,
      note: body.note ?? '',
      by: author.name,
    })
  },

  missDue: async ({ db, params: { dueId }, body, ifMatch, author, now }) => {
    const { dueOn } = await theDue(db, null, dueId)
    if (dueOn > now.toISOString().slice(0, 10)) throw refusal('promise-not-due')
    return settle(db, dueId, ifMatch, {
      status: 'missed',
      keptOn: null,
      note: body.reason,
      by: author.name,
    })
  },

  waiveDue: async ({ db, params: { dueId }, body, ifMatch, author }) =>
    settle(db, dueId, ifMatch, { status: 'waived', keptOn: null, note: body.reason, by: author.name }),

  reopenDue: async ({ db, params: { dueId }, ifMatch }) =>
    settle(db, dueId, ifMatch, { status: 'open', keptOn: null, note: '', by: null }),
}
