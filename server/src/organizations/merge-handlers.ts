import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { mergeContract } from '@common-table/shared/organizations/merge-contract'
import type { Db } from '../db/db.ts'
import type { Handlers } from '../http/mount.ts'
import { findMerge, mergeInto, previewOf, separate, theTwo, type Counts } from './merge-queries.ts'

/** The one that stays and the one that goes, both here and not the same. */
const both = async (db: Db, keptId: string, goneId: string) => {
  if (keptId === goneId) throw fieldProblem('goneId', 'Choose another organization than this one.', 'same')
  const found = await theTwo(db, [keptId, goneId])
  const kept = found.find(({ id }) => id === keptId) ?? notFound('organization')
  const gone = found.find(({ id }) => id === goneId)
  if (!gone)
    throw fieldProblem(
      'goneId',
      'There is no such organization; it may have been merged already.',
      'reference',
    )
  return { kept, gone }
}

const listed = (counts: Counts) =>
  Object.entries(counts)
    .map(([table, count]) => ({ table, ...count }))
    .sort((a, b) => a.table.localeCompare(b.table))

export const mergeHandlers: Handlers<typeof mergeContract> = {
  // The preview is the merge itself, rolled back, so it needs a transaction although it only asks.
  previewMerge: ({ services, actor, author, params: { organizationId }, body: { goneId } }) =>
    services.write(actor.districtId, author, async (db) => {
      const { kept, gone } = await both(db, organizationId, goneId)
      const { counts, ...preview } = await previewOf(db, goneId, organizationId)
      return { kept, gone, counts: listed(counts), ...preview }
    }),

  mergeOrganizations: async ({ db, params: { organizationId }, body: { goneId } }) => {
    const { kept, gone } = await both(db, organizationId, goneId)
    const { id, counts } = await mergeInto(db, goneId, organizationId)
    return { id, kept, goneId, goneName: gone.name, counts: listed(counts) }
  },

  undoMerge: async ({ db, params: { mergeId } }) => {
    const merge = (await findMerge(db, mergeId)) ?? notFound('merge')
    if (merge.undone) throw refusal('merge-undone')
    if (!merge.keptIsHere) throw refusal('merged-further')
    return { kept: merge.kept, gone: merge.gone, stayed: await separate(db, mergeId) }
  },
}
