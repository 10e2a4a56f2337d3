import { notFound } from '@common-table/shared/contract/problem'
import type { networkContract } from '@common-table/shared/network/contract'
import { tagged } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { networkFacts } from './queries.ts'
import { readyNetwork } from './ready-network.ts'

export const networkHandlers: Handlers<typeof networkContract> = {
  getPartnerNetwork: async ({ db, actor, query }) => {
    const { graph, ...head } =
      (await networkFacts(db, query.schoolYear ?? null, actor.schoolIds)) ?? notFound('school year')
    return tagged(`${JSON.stringify(head).slice(0, -1)},${(await readyNetwork(graph)).slice(1)}`)
  },
}
