import { notFound } from '@common-table/shared/contract/problem'
import type { plansContract } from '@common-table/shared/plans/contract'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { deleteProng, insertProng, planOf, prongOf, updateProng } from './queries.ts'

const theProng = async (db: Db, scope: readonly string[] | null, id: string) =>
  (await prongOf(db, scope, id)) ?? notFound('prong')

export const plansHandlers: Handlers<typeof plansContract> = {
  getPlan: async ({ db, actor, params }) =>
    json((await planOf(db, actor.schoolIds, params.needId)) ?? notFound('need')),

  addProng: async ({ db, actor, author, params, body }) => {
    if (!(await planOf(db, actor.schoolIds, params.needId))) notFound('need')
    const id = await insertProng(db, params.needId, body, author.name)
    const { prong, version } = await theProng(db, null, id)
    return json(prong, version)
  },

  changeProng: async ({ db, actor, params, body, ifMatch }) => {
    await theProng(db, actor.schoolIds, params.prongId)
    const changed = await updateProng(db, params.prongId, ifMatch, body)
    const { prong, version } = await theProng(db, null, params.prongId)
    return changed ? json(prong, version) : stale(prong)
  },

  removeProng: async ({ db, actor, params }) => {
    await theProng(db, actor.schoolIds, params.prongId)
    await deleteProng(db, params.prongId)
  },
}
