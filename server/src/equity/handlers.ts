import { notFound } from '@common-table/shared/contract/problem'
import type { equityContract } from '@common-table/shared/equity/contract'
import { supplyEquity } from '@common-table/shared/equity/supply-equity'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { requireFresh } from '../outcomes/index.ts'
import { changesBetween, computeIndex } from './compute.ts'
import { prioritiesOf } from './priorities.ts'
import {
  equitySchools,
  indexBefore,
  indexOf,
  keepVersion,
  suppliedSchools,
  versionOf,
  versionsOf,
} from './queries.ts'

export const equityHandlers: Handlers<typeof equityContract> = {
  listEquityVersions: async ({ db }) => json(`{"items":${await versionsOf(db)}}`),

  keepEquityVersion: async ({ db, services, actor, author, body: { note = '', ...settings } }) => {
    await requireFresh(services, actor.districtId)
    const { index, used } = await computeIndex(db, settings)
    const by = { id: author.kind === 'user' ? author.id : null, name: author.name }
    const id = await keepVersion(db, { scaling: settings.scaling, indicators: used, note }, index, by)
    return json((await versionOf(db, id))!.version) // it was just inserted
  },

  previewEquityVersion: async ({ db, body }) => {
    const { index } = await computeIndex(db, body)
    return changesBetween(db, await indexBefore(db, null), index)
  },

  equityChanges: async ({ db, params: { versionId } }) => {
    if (!(await versionOf(db, versionId))) notFound('version of the equity index')
    return changesBetween(db, await indexBefore(db, versionId), await indexOf(db, versionId))
  },

  listEquitySchools: async ({ db, query, page }) =>
    listAnswer(await equitySchools(db, query, page.after), page),

  equityOfSupply: async ({ db }) => {
    const { version, schools } = await suppliedSchools(db)
    const { tiers, ratio, concentration, curve } = supplyEquity(schools)
    return { version, tiers: [...tiers], ratio, concentration, curve: [...curve] }
  },

  listNeedPriorities: async ({ db, actor, query }) => prioritiesOf(db, actor.schoolIds, query),
}
