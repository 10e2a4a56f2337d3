import * as Type from 'typebox'
import { Closed, Id, Line, Nullable, Prose, Reference, Version } from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { barrierFamilies } from '../catalog/barriers.ts'

const Code = Type.String({ pattern: '^[a-z][a-z0-9_]{1,40}$' })
const facts = {
  family: Type.Enum(codesOf(barrierFamilies)),
  name: Line(120),
  nameEs: Prose(120),
}
const Named = Type.Object({ ...Reference.properties, nameEs: Type.String(), code: Type.String() })

/** One link of the chain barrier → needs → kinds of help → partners → metric, with counts. */
export const Barrier = Type.Object({
  code: Code,
  ...facts,
  active: Type.Boolean(),
  /** As every district starts with it. */
  standard: Type.Boolean(),
  /** Needs that wait and name it: how many, at how many schools, of how many students. */
  needs: Type.Object({ open: Type.Integer(), schools: Type.Integer(), students: Type.Integer() }),
  categories: Type.Array(
    Type.Object({
      ...Named.properties,
      /** Partners with a program of this kind. */
      partners: Type.Integer(),
      /** Needs of this kind that wait, whatever they name. */
      openNeeds: Type.Integer(),
    }),
  ),
  metric: Nullable(Named),
  version: Version,
})
export type Barrier = Type.Static<typeof Barrier>
export const Barriers = Type.Object({ items: Type.Array(Barrier) })

/** `code` is absent for a new one. */
export const BarrierChange = Closed({
  code: Type.Optional(Code),
  family: facts.family,
  name: facts.name,
  nameEs: Type.Optional(facts.nameEs),
  categoryIds: Type.Array(Id, { maxItems: 20, uniqueItems: true }),
  metricId: Type.Optional(Nullable(Id)),
  active: Type.Boolean(),
})
export type BarrierChange = Type.Static<typeof BarrierChange>

export const NeedBarriers = Type.Object({ codes: Type.Array(Code) })
export const NeedBarriersChange = Closed({ codes: Type.Array(Code, { maxItems: 20, uniqueItems: true }) })
