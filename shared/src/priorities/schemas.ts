import * as Type from 'typebox'
import { Closed, Count, Id, Line, Prose, Version } from '../contract/fields.ts'

const wording = { title: Line(140), description: Prose(2000) }

/** A goal of the district that partnerships align to. */
export const Priority = Type.Object({
  id: Id,
  ...wording,
  active: Type.Boolean(),
  position: Type.Integer(),
  /** Partnerships that have not ended and say they serve this. */
  partnerships: Count,
  version: Version,
})
export type Priority = Type.Static<typeof Priority>

export const Priorities = Type.Object({ items: Type.Array(Priority) })

export const NewPriority = Closed({ title: wording.title, description: Type.Optional(wording.description) })
export type NewPriority = Type.Static<typeof NewPriority>

export const PriorityChange = Type.Partial(Closed({ ...wording, active: Type.Boolean() }), {
  additionalProperties: false,
})
export type PriorityChange = Type.Static<typeof PriorityChange>

/** Every priority, in the order wanted. */
export const PriorityOrder = Closed({ ids: Type.Array(Id, { maxItems: 200, uniqueItems: true }) })
