import * as Type from 'typebox'
import { Closed, Id, Nullable, Reference } from '../contract/fields.ts'
import { grades } from '../imports/normalise-grades.ts'
import { Languages } from '../organizations/place-schemas.ts'
import { NewService } from '../organizations/service-schemas.ts'
import { audiences, settings } from '../organizations/vocabulary.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { differenceTerms } from './vocabulary.ts'

/** Help that is about to be entered. What is not said is taken as open. */
export const PlannedHelp = Closed({
  schoolIds: Type.Array(Id, { minItems: 1, maxItems: 200 }),
  categoryIds: Type.Array(Id, { minItems: 1, maxItems: 50 }),
  tier: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })),
  audience: Type.Optional(Type.Enum([...audiences])),
  grades: Type.Optional(Type.Array(Type.Enum([...grades]), { maxItems: grades.length, uniqueItems: true })),
  languages: Type.Optional(Languages),
  setting: Type.Optional(Type.Enum([...settings])),
  schedules: Type.Optional(NewService.properties.schedules),
  /** Whose help it is: its own services are not set against it. */
  organizationId: Type.Optional(Id),
})
export type PlannedHelp = Type.Static<typeof PlannedHelp>

/** Help that is there already, and what tells it apart from what is planned. */
export const Neighbour = Type.Object({
  kind: Type.Enum(['service', 'partnership']),
  id: Id,
  name: Type.String(),
  organization: Reference,
  school: Reference,
  category: Type.Object({ ...Reference.properties, nameEs: Type.String() }),
  tier: Nullable(Type.Integer()),
  differences: Type.Array(Type.Enum(codesOf(differenceTerms))),
})
export type Neighbour = Type.Static<typeof Neighbour>

/** `duplicates` have no difference that is known; `others` are alike but not the same, and say why. */
export const Neighbours = Type.Object({
  duplicates: Type.Array(Neighbour),
  others: Type.Array(Neighbour),
})
export type Neighbours = Type.Static<typeof Neighbours>
