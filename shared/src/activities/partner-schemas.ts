import * as Type from 'typebox'
import { Closed, Count, Day, Id, Line, Nullable, Prose, Reference, Version } from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { reachedFields } from './schemas.ts'
import { activityKinds, activityStates } from './vocabulary.ts'

const Sessions = Type.Integer({ minimum: 0, maximum: 500 })
const heads = Type.Partial(Type.Object(reachedFields)).properties

/** What a partner reports of its own accord. */
export const PartnerActivity = Closed({
  title: Line(140),
  happensOn: Day,
  schoolId: Type.Optional(Nullable(Id)),
  /** One of the partnership's services makes it a session; without one it is an engagement activity. */
  serviceId: Type.Optional(Nullable(Id)),
  delivered: Type.Optional(Sessions),
  ...heads,
  note: Type.Optional(Prose(1000)),
})
export type PartnerActivity = Type.Static<typeof PartnerActivity>

/** What came of one that was planned, or a correction of what the partner said. */
export const PartnerReport = Closed({ delivered: Sessions, ...heads, note: Type.Optional(Prose(1000)) })
export type PartnerReport = Type.Static<typeof PartnerReport>

/** What a partner sees by its link: one partnership; numbers of people only where the partner itself gave them. */
export const ActivitiesForPartner = Type.Object({
  partnershipName: Type.String(),
  today: Day,
  from: Day,
  schools: Type.Array(Reference),
  services: Type.Array(Reference),
  activities: Type.Array(
    Type.Object({
      id: Id,
      kind: Type.Enum(codesOf(activityKinds)),
      title: Type.String(),
      happensOn: Day,
      schoolName: Nullable(Type.String()),
      serviceName: Nullable(Type.String()),
      planned: Count,
      delivered: Nullable(Count),
      status: Type.Enum(codesOf(activityStates)),
      silent: Type.Boolean(),
      /** Null where the district counted, or nobody has. */
      people: Nullable(Type.Object(reachedFields)),
      /** The partner said it and may correct it. */
      own: Type.Boolean(),
      /** The partner brought it up, and may take it back. */
      removable: Type.Boolean(),
      version: Version,
    }),
  ),
})
export type ActivitiesForPartner = Type.Static<typeof ActivitiesForPartner>
