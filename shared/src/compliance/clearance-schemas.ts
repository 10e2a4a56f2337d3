import * as Type from 'typebox'
import { Closed, Id, Instant, pageQuery, Reference } from '../contract/fields.ts'
import { ClearanceStatus, Reason } from './schemas.ts'

export const ClearanceFilter = Closed({
  ...pageQuery,
  q: Type.Optional(Type.String({ minLength: 2, maxLength: 100 })),
  schoolId: Type.Optional(Id),
  status: Type.Optional(ClearanceStatus),
})
export const ClearanceItem = Type.Object({
  organization: Reference,
  status: ClearanceStatus,
  reasons: Type.Array(Reason),
  districtWide: Type.Boolean(),
  /** The schools it is at, among those asked for; at most ten names. */
  schools: Type.Array(Reference),
  schoolCount: Type.Integer(),
})
export type ClearanceItem = Type.Static<typeof ClearanceItem>
export const ClearanceCounts = Type.Object({
  green: Type.Integer(),
  amber: Type.Integer(),
  red: Type.Integer(),
  waiting: Type.Integer(),
})

/** What a stranger with the code sees, and nothing else. */
export const LiveAnswer = Type.Object({
  organizationName: Type.String(),
  districtName: Type.String(),
  status: ClearanceStatus,
  at: Instant,
})
export type LiveAnswer = Type.Static<typeof LiveAnswer>
