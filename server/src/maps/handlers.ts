import { notFound } from '@common-table/shared/contract/problem'
import type { mapsContract } from '@common-table/shared/maps/contract'
import { tagged } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { placesOf } from './queries.ts'

export const mapsHandlers: Handlers<typeof mapsContract> = {
  getPlaceMap: async ({ db, actor, query }) => {
    const { body, found } = await placesOf(db, query, {
      scope: actor.schoolIds,
      // Rankings stigmatise: who does not place help never gets them, whatever is asked (domain 3.11).
      tiers: actor.permissions.includes('equity:read'),
      partners: actor.permissions.includes('organizations:read'),
    })
    return found ? tagged(body) : notFound('school year')
  },
}
