import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { emptySeats, methodProblem } from '@common-table/shared/decisions/charter'
import type { decisionsContract } from '@common-table/shared/decisions/contract'
import type { CharterLine, Decision, Taken } from '@common-table/shared/decisions/schemas'
import { seatTerms } from '@common-table/shared/meetings/sections'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { adviceOf } from '../outlook/index.ts'
import {
  charterLineOf,
  charterLines,
  decisionList,
  decisionOf,
  insertDecision,
  insertLine,
  insertNextTerm,
  updateLine,
  updateTaken,
  updateWithdrawn,
} from './queries.ts'

const theLine = async (db: Db, id: string) => (await charterLineOf(db, id)) ?? notFound('line of the charter')
const theDecision = async (db: Db, id: string) => (await decisionOf(db, id)) ?? notFound('decision')

/** Where one person decides, the charter says who. */
const checkFinalSay = ({ method, finalSay }: { method: string; finalSay?: string }): void => {
  if ((method === 'consultation' || method === 'delegated') && !finalSay?.trim())
    throw fieldProblem('finalSay', 'Say who decides in the end.', 'required')
}

const stillOpen = (decision: Decision): void => {
  if (decision.status !== 'open') throw refusal('decision-closed', { current: decision })
}

const problems = {
  'no-votes': ['votesFor', 'Count the votes: this kind of decision is taken by them.'],
  'too-few': ['votesFor', 'These votes are not enough for the method of the charter.'],
  blocked: ['votesAgainst', 'Someone blocked it, so there is no consensus.'],
} as const

/** Refuses what was not decided as the charter says: an empty seat, or votes that are not enough. */
const checkTaken = ({ seats, method }: Pick<CharterLine, 'seats' | 'method'>, body: Taken): void => {
  const empty = emptySeats(seats, body.seatsPresent)
  if (empty.length > 0)
    throw fieldProblem(
      'seatsPresent',
      `The charter wants them at the table: ${empty.map((seat) => nameOf(seatTerms, seat, 'en')).join(', ')}.`,
      'required',
    )
  const { votesFor = null, votesAgainst = null, votesAbstained = null } = body
  const problem = methodProblem(method, { votesFor, votesAgainst, votesAbstained })
  if (!problem) return
  const [field, sentence] = problems[problem]
  throw fieldProblem(field, sentence, problem === 'no-votes' ? 'required' : 'range')
}

export const decisionsHandlers: Handlers<typeof decisionsContract> = {
  listCharterLines: async ({ db }) => json(`{"items":${await charterLines(db)}}`),

  addCharterLine: async ({ db, body }) => {
    checkFinalSay(body)
    return theLine(db, await insertLine(db, body))
  },

  changeCharterLine: async ({ db, params: { charterLineId }, body: { councilId, ...change }, ifMatch }) => {
    const before = await theLine(db, charterLineId)
    const next: CharterLine = { ...before, ...change }
    checkFinalSay(next)
    const council = councilId === undefined ? (before.council?.id ?? null) : councilId
    if (!(await updateLine(db, ifMatch, next, council)))
      return stale(JSON.stringify(await theLine(db, charterLineId)))
    return theLine(db, charterLineId)
  },

  listDecisions: async ({ db, query, page }) => {
    const { limit = 50, cursor: _, ...filters } = query
    return listAnswer(
      await decisionList(db, { filters, sort: 'asked', descending: true, after: page.after, limit }),
      page,
    )
  },

  askDecision: async ({ db, body, author }) => {
    const id = await insertDecision(db, [
      body.charterLineId,
      body.question,
      body.askedOn ?? null,
      body.meetingId ?? null,
      body.partnershipId ?? null,
      author.name,
    ])
    if (!id) throw fieldProblem('charterLineId', 'Choose a line of the charter that is in use.', 'reference')
    return theDecision(db, id)
  },

  takeDecision: async ({ db, params: { decisionId }, body, ifMatch, author }) => {
    const before = await theDecision(db, decisionId)
    stillOpen(before)
    if (body.decidedOn < before.askedOn)
      throw fieldProblem('decidedOn', 'A decision is not taken before it was asked.', 'order')
    checkTaken(before, body)
    if (!(await updateTaken(db, decisionId, ifMatch, before.method, body, author.name)))
      return stale(JSON.stringify(await theDecision(db, decisionId)))
    return theDecision(db, decisionId)
  },

  decideNextTerm: async ({ db, actor, params: { partnershipId }, body, author, now }) => {
    const advised = await adviceOf(db, actor.schoolIds, partnershipId)
    const line = await charterLineOf(db, body.charterLineId)
    if (!line?.active)
      throw fieldProblem('charterLineId', 'Choose a line of the charter that is in use.', 'reference')
    if (body.decidedOn > now.toISOString().slice(0, 10))
      throw fieldProblem('decidedOn', 'A decision is written down once it was taken.', 'wrong')
    checkTaken(line, body)
    return theDecision(db, await insertNextTerm(db, partnershipId, body, advised, author.name))
  },

  withdrawDecision: async ({ db, params: { decisionId }, body, ifMatch, author }) => {
    stillOpen(await theDecision(db, decisionId))
    if (!(await updateWithdrawn(db, decisionId, ifMatch, body.outcome, author.name)))
      return stale(JSON.stringify(await theDecision(db, decisionId)))
    return theDecision(db, decisionId)
  },
}
