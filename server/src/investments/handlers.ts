import { randomUUIDv7 } from 'node:crypto'
import type { investmentsContract } from '@common-table/shared/investments/contract'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { balanceOf, centsPerStudent } from '@common-table/shared/investments/balance'
import type { Ledger } from '@common-table/shared/investments/schemas'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { hoursHandlers } from './hours-handlers.ts'
import { investmentsOf, sumOf } from './list-queries.ts'
import {
  balanceLines,
  contributionOf,
  deleteContribution,
  insertContribution,
  ledgerRow,
  updateContribution,
  type Scope,
} from './queries.ts'

const ledgerOf = async (db: Db, scope: Scope, partnershipId: string, year?: string): Promise<Ledger> => {
  const row = (await ledgerRow(db, scope, partnershipId, year)) ?? notFound('partnership')
  if (!row.schoolYear) throw year ? notFound('school year') : refusal('no-school-year')
  const balance = balanceOf(balanceLines(row.lines))
  const delivered = balance.district.deliveredCents + balance.partner.deliveredCents
  return {
    ...row,
    schoolYear: row.schoolYear,
    balance,
    centsPerStudent: delivered === 0 ? null : centsPerStudent(delivered, row.studentsReached),
  }
}

const theLine = async (db: Db, id: string) => (await contributionOf(db, id)) ?? notFound('contribution')
const answerOf = async (db: Db, id: string) => {
  const { line, version } = await theLine(db, id)
  return json(line, version)
}

/** Delivered volunteer hours are the approved ones, and nothing anybody types. */
const checkDelivered = (type: string, said: { delivered?: number; deliveredValue?: unknown }): void => {
  if (type !== 'volunteer_hours') return
  if (said.delivered || said.deliveredValue)
    throw fieldProblem(
      'delivered',
      'Delivered volunteer hours are the approved ones. Write the hours down below instead.',
      'approved-hours',
    )
}

export const investmentsHandlers: Handlers<typeof investmentsContract> = {
  getLedger: ({ db, actor, params, query }) =>
    ledgerOf(db, actor.schoolIds, params.partnershipId, query.schoolYearId),

  addLedgerLine: async ({ db, actor, params, body }) => {
    await ledgerOf(db, actor.schoolIds, params.partnershipId, body.schoolYearId)
    checkDelivered(body.type, body)
    if (body.type === 'volunteer_hours' && body.unit !== 'hours')
      throw fieldProblem('unit', 'Volunteer hours are counted in hours.', 'choose')
    const id = randomUUIDv7()
    if (!(await insertContribution(db, id, params.partnershipId, body)))
      throw fieldProblem(
        'type',
        'There is a line for the volunteer hours of this side and year. Change that one.',
        'taken',
      )
    return answerOf(db, id)
  },

  changeLedgerLine: async ({ db, params, body, ifMatch }) => {
    const before = await theLine(db, params.contributionId)
    checkDelivered(before.type, body)
    if (before.type === 'volunteer_hours' && body.unit && body.unit !== 'hours')
      throw fieldProblem('unit', 'Volunteer hours are counted in hours.', 'choose')
    if (!(await updateContribution(db, params.contributionId, ifMatch, body)))
      return stale((await theLine(db, params.contributionId)).line)
    return answerOf(db, params.contributionId)
  },

  removeLedgerLine: async ({ db, params }) => {
    const { line, type } = await theLine(db, params.contributionId)
    if (type === 'volunteer_hours' && (JSON.parse(line) as { delivered: number }).delivered > 0)
      throw refusal('hours-approved')
    await deleteContribution(db, params.contributionId)
  },

  listInvestments: async ({ db, actor, query, page }) =>
    listAnswer(await investmentsOf(db, actor.schoolIds, query, page.after), page),

  sumInvestments: async ({ db, actor, query }) =>
    json(await sumOf(db, actor.schoolIds, query.schoolYearId, query.organizationId)),

  ...hoursHandlers,
}
