import * as Type from 'typebox'
import { Closed, Count, Id, Reference } from '../contract/fields.ts'

export const MergeQuestion = Closed({
  /** The record that goes; everything of it moves to the one of the path. */
  goneId: Id,
})

/** What moves where: how many records of a kind move, and how many are there twice and become one. */
const MergeCount = Type.Object({ table: Type.String(), moved: Count, combined: Count })

export const MergePreview = Type.Object({
  kept: Reference,
  gone: Reference,
  counts: Type.Array(MergeCount),
  /** What the one that stays takes over: field → new value. */
  changes: Type.Record(Type.String(), Type.Unknown()),
  /** Records that are there twice, as they are now. */
  combined: Type.Array(
    Type.Object({ table: Type.String(), row: Type.Record(Type.String(), Type.Unknown()) }),
  ),
})
export type MergePreview = Type.Static<typeof MergePreview>

export const Merge = Type.Object({
  id: Id,
  kept: Reference,
  goneId: Id,
  goneName: Type.String(),
  counts: Type.Array(MergeCount),
})
export type Merge = Type.Static<typeof Merge>

export const Unmerge = Type.Object({
  kept: Reference,
  gone: Reference,
  /** Records that stay because someone changed them since. */
  stayed: Count,
})
export type Unmerge = Type.Static<typeof Unmerge>
