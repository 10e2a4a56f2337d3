import * as Type from 'typebox'
import { Closed, Day, Id, Line, Nullable, Prose, Reference, Version } from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { prongKindTerms, prongSideTerms, prongStatusTerms } from './vocabulary.ts'

const facts = {
  /** What is done, in one line. */
  what: Line(200),
  /** Which side leads it. */
  side: Type.Enum(codesOf(prongSideTerms)),
  /** Who of that side, as people call them. */
  owner: Prose(120),
  kind: Type.Enum(codesOf(prongKindTerms)),
  dueOn: Nullable(Day),
  status: Type.Enum(codesOf(prongStatusTerms)),
  partnershipId: Nullable(Id),
  serviceId: Nullable(Id),
  /** The metric it should move. */
  metricId: Nullable(Id),
}
const { partnershipId: _p, serviceId: _s, metricId: _m, ...shown } = facts

/** One of several ways at once in which a need is answered (D12). */
export const Prong = Type.Object({
  id: Id,
  ...shown,
  doneOn: Nullable(Day),
  /** Its day is over and it is not done. */
  overdue: Type.Boolean(),
  partnership: Nullable(Reference),
  service: Nullable(Reference),
  metric: Nullable(Type.Object({ ...Reference.properties, nameEs: Type.String(), code: Type.String() })),
  version: Version,
})
export type Prong = Type.Static<typeof Prong>
export const Plan = Type.Object({ prongs: Type.Array(Prong) })
export type Plan = Type.Static<typeof Plan>

const { what, side, kind, ...rest } = facts
export const NewProng = Closed({ what, side, kind, ...Type.Partial(Closed(rest)).properties })
export type NewProng = Type.Static<typeof NewProng>
export const ProngChange = Type.Partial(Closed(facts), { additionalProperties: false })
export type ProngChange = Type.Static<typeof ProngChange>
