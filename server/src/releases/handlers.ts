import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { releasesContract } from '@common-table/shared/releases/contract'
import { RULE_VERSION } from '@common-table/shared/outcomes/suppression'
import type { Release } from '@common-table/shared/releases/schemas'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { releasableTables, releasedMetrics, releasedTable } from './public-queries.ts'
import {
  deleteRelease,
  inTurn,
  insertRelease,
  insertReleaseTables,
  markPublished,
  markWithdrawn,
  releaseList,
  releaseOf,
} from './queries.ts'

const answer = async (db: Db, id: string) => {
  const { release, version } = (await releaseOf(db, id)) ?? notFound('release')
  return json(release, version)
}

/** Why a step did not take: the release is gone, somebody changed it, or it stands elsewhere on its way. */
const whyNot = async (db: Db, id: string, ifMatch: number, wanted: Parameters<typeof refusal>[0]) => {
  const { release, version } = (await releaseOf(db, id)) ?? notFound('release')
  if (version !== ifMatch) return stale(release)
  const { status } = JSON.parse(release) as Release
  return refusal(wanted === 'release-not-ready' && status === 'ready' ? 'release-outdated' : wanted)
}

export const releasesHandlers: Handlers<typeof releasesContract> = {
  listReleases: async ({ db }) => json(`{"items":${await releaseList(db)}}`),
  getRelease: ({ db, params }) => answer(db, params.releaseId),
  getReleasedTable: async ({ db, params, query }) =>
    json(`{"items":${await releasedTable(db, params.releaseId, query.metricId, query.periodId)}}`),
  listReleasedMetrics: async ({ db }) => json(`{"items":${await releasedMetrics(db)}}`),
  listReleasableTables: async ({ db }) => json(`{"items":${await releasableTables(db)}}`),

  prepareRelease: async ({ db, services, actor, author, body: { title, note = '', tables } }) => {
    const id = await insertRelease(db, title, note, RULE_VERSION, author.name)
    if ((await insertReleaseTables(db, id, tables)) === 0) throw refusal('nothing-to-release')
    await services.jobs.send(db, 'release', { districtId: actor.districtId, release: id })
    return answer(db, id)
  },

  publishRelease: async ({ db, author, params: { releaseId }, ifMatch }) => {
    await inTurn(db)
    const by = author.kind === 'user' ? author.id : null
    if ((await markPublished(db, releaseId, ifMatch, by, author.name)) === 0)
      throw await whyNot(db, releaseId, ifMatch, 'release-not-ready')
    return answer(db, releaseId)
  },
  withdrawRelease: async ({ db, author, params: { releaseId }, body, ifMatch }) => {
    if ((await markWithdrawn(db, releaseId, ifMatch, body.because, author.name)) === 0)
      throw await whyNot(db, releaseId, ifMatch, 'release-not-public')
    return answer(db, releaseId)
  },
  discardRelease: async ({ db, params: { releaseId }, ifMatch }) => {
    if ((await deleteRelease(db, releaseId, ifMatch)) === 0)
      throw await whyNot(db, releaseId, ifMatch, 'release-in-print')
  },
}
