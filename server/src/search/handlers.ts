import type { searchContract } from '@common-table/shared/search/contract'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { searchEverything } from './queries.ts'

export const searchHandlers: Handlers<typeof searchContract> = {
  search: async ({ db, actor, query }) =>
    json(`{"items":${await searchEverything(db, actor.schoolIds, query.q, query.limit ?? 12)}}`),
}
