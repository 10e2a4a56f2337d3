import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { prioritiesContract } from '@common-table/shared/priorities/contract'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import {
  addPriority,
  allPriorities,
  changePriority,
  orderPriorities,
  priorityIds,
  priorityOf,
  removePriority,
} from './queries.ts'

const all = async (db: Db) => json(`{"items":${(await allPriorities(db))?.items ?? '[]'}}`)
const thePriority = async (db: Db, id: string) => (await priorityOf(db, id)) ?? notFound('priority')

export const prioritiesHandlers: Handlers<typeof prioritiesContract> = {
  listPriorities: ({ db }) => all(db),

  addPriority: async ({ db, body }) => {
    const added = (await addPriority(db, body)) ?? notFound('priority')
    const { priority, version } = await thePriority(db, added.id)
    return json(priority, version)
  },

  changePriority: async ({ db, params, body, ifMatch }) => {
    await thePriority(db, params.priorityId)
    const changed =
      Object.keys(body).length > 0 && (await changePriority(db, params.priorityId, ifMatch, body))
    const { priority, version } = await thePriority(db, params.priorityId)
    return changed || version === ifMatch ? json(priority, version) : stale(priority)
  },

  orderPriorities: async ({ db, body }) => {
    const known = await priorityIds(db)
    if (known.length !== body.ids.length || !known.every((id) => body.ids.includes(id)))
      throw fieldProblem(
        'ids',
        'Name every priority once. Someone may have added or removed one: reload the list.',
        'whole-list',
      )
    await orderPriorities(db, body.ids)
    return all(db)
  },

  removePriority: async ({ db, params }) => {
    await thePriority(db, params.priorityId)
    if (!(await removePriority(db, params.priorityId))) throw refusal('priority-in-use')
  },
}
