import type { viewsContract } from '@common-table/shared/views/contract'
import { notFound, ProblemError } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import type { Actor } from '../http/actor.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { deleteView, insertView, orderViews, updateView, viewOf, viewsOf } from './queries.ts'

const theView = async (db: Db, userId: string, viewId: string) =>
  (await viewOf(db, userId, viewId)) ?? notFound('saved view')

const checkSharing = (actor: Actor, shared: boolean | undefined): void => {
  if (shared && !actor.permissions.includes('views:share')) throw refusal('views-not-shared')
}

/** Views belong to people; another system has nobody to keep them for. */
const person = (actor: Actor): string => {
  if (actor.kind !== 'user') throw refusal('views-of-people')
  return actor.id
}

export const viewsHandlers: Handlers<typeof viewsContract> = {
  listViews: async ({ db, actor, query }) => json(`{"items":${await viewsOf(db, actor.id, query.page)}}`),

  createView: async ({ db, actor, body }) => {
    checkSharing(actor, body.shared)
    const viewId = await insertView(db, person(actor), body)
    if (viewId === undefined)
      throw new ProblemError('already-exists', 'You have a view of this name here already.', {
        fields: [{ field: 'name', rule: 'taken', message: 'You have a view of this name here already.' }],
      })
    const { view, version } = await theView(db, actor.id, viewId)
    return json(view, version)
  },

  changeView: async ({ db, actor, params, body, ifMatch }) => {
    checkSharing(actor, body.shared)
    const before = await theView(db, actor.id, params.viewId)
    if (!before.own) throw refusal('view-of-another')
    const changed = await updateView(db, actor.id, params.viewId, ifMatch, body)
    const { view, version } = await theView(db, actor.id, params.viewId)
    return changed ? json(view, version) : stale(view)
  },

  deleteView: async ({ db, actor, params }) => {
    if (!(await deleteView(db, actor.id, params.viewId))) notFound('saved view of yours')
  },

  orderViews: async ({ db, actor, body }) => {
    await orderViews(db, actor.id, body.page, body.ids)
    return json(`{"items":${await viewsOf(db, actor.id, body.page)}}`)
  },
}
