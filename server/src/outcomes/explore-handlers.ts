import type { explorerContract } from '@common-table/shared/outcomes/explorer-contract'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { exploreChoices } from './explore-choices.ts'
import { exportExplored } from './explore-export.ts'
import { exploreOverTime } from './explore-time.ts'
import { exploreTogether } from './explore-together.ts'

export const explorerHandlers: Handlers<typeof explorerContract> = {
  getExploreChoices: async ({ db }) => json(await exploreChoices(db)),
  exploreOverTime: ({ services, actor, query }) => exploreOverTime(services, actor, query),
  exploreTogether: ({ services, actor, query }) => exploreTogether(services, actor, query),
  exportExploredCsv: ({ services, actor, query }) => exportExplored(services, actor, query, 'csv'),
  exportExploredXlsx: ({ services, actor, query }) => exportExplored(services, actor, query, 'xlsx'),
}
