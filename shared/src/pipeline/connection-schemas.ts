import * as Type from 'typebox'
import {
  Closed,
  Day,
  Id,
  Instant,
  Line,
  Nullable,
  pageQuery,
  Prose,
  Reference,
  Version,
} from '../contract/fields.ts'
import { ContactKind, TimelineEntry } from '../partnerships/schemas.ts'
import { contributionTypes } from '../vocabulary/contribution-types.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { closenessTerms, sideTerms, tieTerms } from './vocabulary.ts'

const contribution = {
  side: Type.Enum(codesOf(sideTerms)),
  type: Type.Enum(codesOf(contributionTypes)),
  detail: Prose(400),
}
export const Contribution = Type.Object({ id: Id, ...contribution, version: Version })
export type Contribution = Type.Static<typeof Contribution>
export const NewContribution = Closed(contribution)
export const ContributionChange = Type.Partial(Closed(contribution), { additionalProperties: false })

const Kind = Type.Enum(codesOf(tieTerms))
export const Tie = Type.Object({
  id: Id,
  kind: Kind,
  school: Nullable(Reference),
  /** The neighbourhood, the language's code, or which families. */
  label: Type.String(),
  note: Type.String(),
})
export type Tie = Type.Static<typeof Tie>
export const NewTie = Closed({
  kind: Kind,
  schoolId: Type.Optional(Id),
  label: Type.Optional(Prose(120)),
  note: Type.Optional(Prose(400)),
})
export type NewTie = Type.Static<typeof NewTie>

/** Who knows whom: exactly one of a person of the district, a contact elsewhere, or a name. */
export const Acquaintance = Type.Object({
  id: Id,
  organization: Reference,
  /** Whom they know; null: someone there. */
  contact: Nullable(Reference),
  knower: Type.Object({
    kind: Type.Enum(['user', 'contact', 'other']),
    id: Nullable(Id),
    name: Type.String(),
    /** Where the knower is, when it is a contact. */
    organization: Nullable(Reference),
  }),
  closeness: Type.Enum(codesOf(closenessTerms)),
  note: Type.String(),
})
export type Acquaintance = Type.Static<typeof Acquaintance>
export const NewAcquaintance = Closed({
  contactId: Type.Optional(Id),
  userId: Type.Optional(Id),
  knowerContactId: Type.Optional(Id),
  knowerName: Type.Optional(Line(120)),
  closeness: Type.Enum(codesOf(closenessTerms)),
  note: Type.Optional(Prose(400)),
})
export type NewAcquaintance = Type.Static<typeof NewAcquaintance>
export const AcquaintanceFilter = Closed({
  ...pageQuery,
  q: Type.Optional(Type.String({ maxLength: 200 })),
  userId: Type.Optional(Id),
  organizationId: Type.Optional(Id),
})
export type AcquaintanceFilter = Type.Static<typeof AcquaintanceFilter>

/** Everything that connects an organisation: what it gives and seeks, where it is at home, who knows it. */
export const Connections = Type.Object({
  contributions: Type.Array(Contribution),
  ties: Type.Array(Tie),
  acquaintances: Type.Array(Acquaintance),
  prospects: Type.Array(Type.Object({ id: Id, stage: Type.String(), goal: Type.String(), stageSince: Day })),
  /** Former selves that are part of it now. */
  merges: Type.Array(
    Type.Object({
      id: Id,
      goneName: Type.String(),
      mergedAt: Instant,
      mergedByName: Type.String(),
      undone: Type.Boolean(),
    }),
  ),
  lastContactOn: Nullable(Day),
})
export type Connections = Type.Static<typeof Connections>

/** One touch: with the organisation, or in one of its partnerships. */
export const Touch = Type.Object({
  ...TimelineEntry.properties,
  partnership: Nullable(Reference),
  contact: Nullable(Reference),
})
export type Touch = Type.Static<typeof Touch>
export const NewTouch = Closed({
  kind: ContactKind,
  happenedOn: Day,
  body: Line(4000),
  contactId: Type.Optional(Id),
  /** In which partnership; without one it is with the organisation. */
  partnershipId: Type.Optional(Id),
})
export type NewTouch = Type.Static<typeof NewTouch>
