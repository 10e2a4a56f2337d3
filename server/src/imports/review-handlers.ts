import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { reviewContract } from '@common-table/shared/imports/contract'
import type { Db } from '../db/db.ts'
import type { Actor } from '../http/actor.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { findReviewItem, reviewItemsOf } from './queries-review.ts'
import { accept, acceptAbove, reject, reopen } from './review-decisions.ts'

const theItem = async (db: Db, actor: Actor, id: string) =>
  (await findReviewItem(db, actor.schoolIds, id)) ?? notFound('question')

const answerOf = async (db: Db, actor: Actor, id: string) => {
  const { item, version } = await theItem(db, actor, id)
  return json(item, version)
}

const by = (actor: Actor) => ({ id: actor.kind === 'user' ? actor.id : null, name: actor.name })

/** An answer changes organisations and their sites. */
const mayDecide = (actor: Actor): void => {
  if (!actor.permissions.includes('organizations:write')) throw refusal('answer-review')
}

export const reviewHandlers: Handlers<typeof reviewContract> = {
  listReviewItems: async ({ db, actor, query, page }) =>
    listAnswer(await reviewItemsOf(db, actor.schoolIds, query, page.after), page),

  getReviewItem: ({ db, actor, params }) => answerOf(db, actor, params.reviewItemId),

  acceptReviewItem: async ({ db, actor, params, body, ifMatch }) => {
    mayDecide(actor)
    await accept(
      db,
      params.reviewItemId,
      await theItem(db, actor, params.reviewItemId),
      ifMatch,
      body.choice,
      by(actor),
    )
    return answerOf(db, actor, params.reviewItemId)
  },

  rejectReviewItem: async ({ db, actor, params, ifMatch }) => {
    mayDecide(actor)
    await reject(db, params.reviewItemId, await theItem(db, actor, params.reviewItemId), ifMatch, by(actor))
    return answerOf(db, actor, params.reviewItemId)
  },

  reopenReviewItem: async ({ db, actor, params, ifMatch }) => {
    mayDecide(actor)
    await reopen(db, params.reviewItemId, await theItem(db, actor, params.reviewItemId), ifMatch, by(actor))
    return answerOf(db, actor, params.reviewItemId)
  },

  acceptManyReviewItems: async ({ db, actor, body }) => {
    mayDecide(actor)
    const accepted = await acceptAbove(db, body.kind, body.minConfidence, by(actor))
    return { accepted }
  },
}
