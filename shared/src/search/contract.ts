import * as Type from 'typebox'
import { Closed, Id } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'

export const FoundKind = Type.Enum(['school', 'organization', 'partnership', 'service'])
export type FoundKind = Type.Static<typeof FoundKind>

/** One record that fits what was typed. `ownerId` is the record whose page shows it, where that is another. */
export const Found = Type.Object({
  kind: FoundKind,
  id: Id,
  ownerId: Id,
  name: Type.String(),
  hint: Type.String(),
})
export type Found = Type.Static<typeof Found>

export const searchContract = defineContract({
  search: {
    method: 'GET',
    path: '/search',
    access: 'search:read',
    summary:
      'Schools, organisations, partnerships and services whose name is like what was typed, best first',
    query: Closed({
      q: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 30, default: 12 })),
    }),
    response: Type.Object({ items: Type.Array(Found) }),
  },
})
