import type { roundsContract } from '@common-table/shared/rounds/contract'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { askForAnswers } from './ask.ts'
import { replyList } from './reply-queries.ts'
import {
  addPartners,
  addSchools,
  insertRound,
  roundList,
  roundOf,
  updateRound,
  yearFor,
} from './round-queries.ts'

const theRound = async (db: Db, id: string) => (await roundOf(db, id)) ?? notFound('round')

const checkDays = (opensOn: string, dueOn: string, today: string): void => {
  if (dueOn < opensOn || dueOn < today)
    throw fieldProblem('dueOn', 'The last day must not be before the first, nor in the past.', 'order')
}

export const roundsHandlers: Handlers<typeof roundsContract> = {
  listRounds: async ({ db, query }) => ({ items: await roundList(db, query.kind) }),

  getRound: ({ db, params }) => theRound(db, params.roundId),

  openRound: async ({ db, services, body, author, now }) => {
    const { id: yearId, today, taken } = await yearFor(db, body.schoolYear, body.kind)
    if (yearId === null) throw refusal('no-school-year')
    if (taken) throw refusal('round-there')
    const opensOn = body.opensOn ?? today
    checkDays(opensOn, body.dueOn, today)
    const roundId = await insertRound(db, body, { yearId, opensOn, author: author.name })
    await (body.kind === 'snapshot'
      ? addSchools(db, roundId)
      : addPartners(db, roundId, body.organizationIds))
    // A window that opens later is announced by the nightly upkeep, on its first day.
    if (opensOn <= today) await askForAnswers(db, services, await theRound(db, roundId), {}, { author, now })
    return theRound(db, roundId)
  },

  changeRound: async ({ db, params, body, ifMatch, now }) => {
    const before = await theRound(db, params.roundId)
    if (before.version !== ifMatch) return stale(JSON.stringify(before))
    if (body.dueOn) checkDays(before.opensOn, body.dueOn, now.toISOString().slice(0, 10))
    await updateRound(db, params.roundId, ifMatch, body)
    const after = await theRound(db, params.roundId)
    return json(JSON.stringify(after), after.version)
  },

  inviteToRound: async ({ db, services, params, body, author, now }) => {
    const round = await theRound(db, params.roundId)
    if (round.state === 'over') throw refusal('round-over')
    await (round.kind === 'snapshot'
      ? addSchools(db, round.id)
      : addPartners(db, round.id, body.organizationIds ?? []))
    if (round.state === 'open')
      await askForAnswers(db, services, round, { neverAsked: true }, { author, now })
    return theRound(db, round.id)
  },

  listReplies: async ({ db, params, query, page }) => {
    await theRound(db, params.roundId)
    return listAnswer(await replyList(db, params.roundId, query, page.after), page)
  },

  remindOfRound: async ({ db, services, params, body, author, now }) => {
    const round = await theRound(db, params.roundId)
    if (round.state !== 'open') throw refusal(round.state === 'over' ? 'round-over' : 'round-planned')
    return askForAnswers(
      db,
      services,
      round,
      { ...(body.replyIds && { ids: body.replyIds }) },
      { author, now },
    )
  },
}
