import * as Type from 'typebox'
import { Closed, Id, Line, Prose, Version } from '../contract/fields.ts'
import { capacityUnits } from './capacity-units.ts'
import { categoryGroups } from './category-groups.ts'

const wording = {
  groupCode: Type.Enum(categoryGroups.map(({ code }) => code)),
  name: Line(120),
  nameEs: Prose(120),
  /** Other words people search by. */
  synonyms: Type.Array(Line(80), { maxItems: 40 }),
  /** MTSS tiers it usually works at: 1 everyone, 2 a group, 3 one student. */
  tiers: Type.Array(Type.Enum([1, 2, 3]), { minItems: 1, maxItems: 3, uniqueItems: true }),
  /** What capacity is counted in. */
  unit: Type.Enum(capacityUnits.map(({ code }) => code)),
}

/** A kind of service, in the district's own list. */
export const Category = Type.Object({
  id: Id,
  /** Stays the same whatever the name becomes; imports and the standard vocabularies go by it. */
  code: Type.String(),
  ...wording,
  position: Type.Integer(),
  active: Type.Boolean(),
  /** Services, partnerships, needs or rules go by it: it can be deactivated, not removed. */
  inUse: Type.Boolean(),
  version: Version,
})
export type Category = Type.Static<typeof Category>

export const Categories = Type.Object({ items: Type.Array(Category) })

const { groupCode, name, nameEs, synonyms, tiers, unit } = wording
export const NewCategory = Closed({
  groupCode,
  name,
  nameEs: Type.Optional(nameEs),
  synonyms: Type.Optional(synonyms),
  tiers: Type.Optional(tiers),
  unit: Type.Optional(unit),
})
export type NewCategory = Type.Static<typeof NewCategory>

export const CategoryChange = Type.Partial(Closed({ ...wording, active: Type.Boolean() }), {
  additionalProperties: false,
})
export type CategoryChange = Type.Static<typeof CategoryChange>
