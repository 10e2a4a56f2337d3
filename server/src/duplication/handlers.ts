import type { duplicationContract } from '@common-table/shared/duplication/contract'
import type { Handlers } from '../http/mount.ts'
import { neighboursOf } from './find.ts'

export const duplicationHandlers: Handlers<typeof duplicationContract> = {
  findOverlaps: ({ db, actor, body }) => neighboursOf(db, actor.schoolIds, body),
}
