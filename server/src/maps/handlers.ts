import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { mapsContract } from '@common-table/shared/maps/contract'
import { json, tagged } from '../http/answers.ts'
import { outlineOf as read } from '@common-table/shared/maps/outline'
import type { Handlers } from '../http/mount.ts'
import { forgetOutline, keepOutline, outlineOf, placesOf } from './queries.ts'

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

  getOutline: async ({ db }) => tagged(await outlineOf(db)),

  changeOutline: async ({ db, author, body: { rings } }) => {
    // Read as a file would be: closed lines, and thinned where another system sends more than can be drawn.
    const found = read({ type: 'Polygon', coordinates: rings })
    if ('problem' in found)
      throw fieldProblem('rings', 'Each ring is a closed line: its last place is the same as its first.')
    return json(await keepOutline(db, found.rings, author.name))
  },

  removeOutline: async ({ db }) => {
    await forgetOutline(db)
  },
}
