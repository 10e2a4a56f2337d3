import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { deliveryPollsContract } from '@common-table/shared/polls/contract'
import type { DeliverySaid, PollBoard, PollProgress } from '@common-table/shared/polls/schemas'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { follow } from '../http/follow.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { notify } from '../notifications/index.ts'
import { lossWithout } from '../what-if/index.ts'
import { holdAnswer, keepAnswer, questionOf, tellBoard, type HeldAnswer } from './answer-queries.ts'
import { askSilent } from './ask.ts'
import {
  answerOf,
  answersOf,
  audienceOf,
  closePoll,
  insertPoll,
  pollList,
  pollOf,
  progressOf,
} from './queries.ts'

const thePoll = async (db: Db, id: string) => (await pollOf(db, id)) ?? notFound('poll')
const answerPoll = async (db: Db, id: string) => {
  const { poll, version } = await thePoll(db, id)
  return json(poll, version)
}

const keep = async (
  db: Db,
  held: HeldAnswer,
  { answer, fromDay = null, note = '' }: DeliverySaid,
  by: string,
) => {
  if (held.closed) throw refusal('poll-closed')
  await keepAnswer(db, held.id, { answer, fromDay, note, by })
}

const theQuestion = async (db: Db, id: string) => json((await questionOf(db, id)) ?? notFound('poll'))

export const deliveryPollsHandlers: Handlers<typeof deliveryPollsContract> = {
  weighAudience: ({ db, body }) => audienceOf(db, body),

  startPoll: async ({ db, services, body, author }) => {
    const by = { id: author.kind === 'user' ? author.id : null, name: author.name }
    const { id, partners } = await insertPoll(db, body, by)
    if (partners === 0) throw refusal('nobody-to-poll')
    await askSilent(db, services, { id, note: body.note ?? '' }, author)
    return answerPoll(db, id)
  },

  listPolls: async ({ db }) => json(`{"items":${await pollList(db)}}`),

  getPollBoard: async ({ db, actor, params: { pollId } }) => {
    const { poll, version } = await thePoll(db, pollId)
    const { answers, refusing } = await answersOf(db, pollId)
    const loss: PollBoard['loss'] =
      refusing.length > 0 ? await lossWithout(db, actor.schoolIds, refusing) : null
    return json(`{"poll":${poll},"answers":${answers},"loss":${JSON.stringify(loss)}}`, version)
  },

  followPoll: ({ db, params: { pollId }, services, signal }) =>
    follow<{ id: string }, PollProgress>(
      { listener: services.listener, channel: 'polls', id: pollId, signal },
      async () => (await progressOf(db, pollId)) ?? notFound('poll'),
    ),

  changePoll: async ({ db, params: { pollId }, body, ifMatch, author }) => {
    const { poll, version } = await thePoll(db, pollId)
    if (version !== ifMatch) return stale(poll)
    await closePoll(db, pollId, body.closed, author.name)
    await tellBoard(db, pollId)
    return answerPoll(db, pollId)
  },

  askSilentAgain: async ({ db, services, params: { pollId }, author }) => {
    const { closed, note } = await thePoll(db, pollId)
    if (closed) throw refusal('poll-closed')
    const sent = await askSilent(db, services, { id: pollId, note }, author)
    const silent = (await progressOf(db, pollId))!.counts.silent // it is there
    return { sent, unreachable: silent - sent }
  },

  answerPollForPartner: async ({ db, params: { answerId }, body, ifMatch, author }) => {
    const held = (await holdAnswer(db, answerId)) ?? notFound('answer to a poll')
    if (held.version !== ifMatch) return stale((await answerOf(db, answerId))!.answer) // it is held
    await keep(db, held, body, author.name)
    const { answer, version } = (await answerOf(db, answerId))! // it is held
    return json(answer, version)
  },

  readPollByLink: ({ db, actor }) => theQuestion(db, actor.link.subjectId),

  answerPollByLink: async ({ db, actor, body }) => {
    const held = (await holdAnswer(db, actor.link.subjectId)) ?? notFound('poll')
    await keep(db, held, body, actor.link.name)
    if (body.answer === 'no')
      await notify(
        db,
        held.startedBy ? { userIds: [held.startedBy] } : { roles: ['coordinator', 'director'] },
        'polls.no',
        { organization: held.organizationName },
        `/placing/polls/${held.pollId}`,
      )
    return theQuestion(db, held.id)
  },
}
