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
import { codesOf } from '../vocabulary/terms.ts'
import { sideTerms } from '../vocabulary/sides.ts'
import { Brief } from './brief-schemas.ts'
import { pulseItems, type PulseCode } from './pulse.ts'
import type { CheckInStanding } from './standing.ts'

export const Side = Type.Enum(codesOf(sideTerms))
/** A time of the district's own clock, `15:30`. */
export const ClockTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
const Minutes = Type.Integer({ minimum: 10, maximum: 720 })

export const Standing = Type.Enum([
  'coming',
  'soon',
  'overdue',
  'waiting',
  'signed',
  'cancelled',
] satisfies CheckInStanding[])

/** When and where, of any meeting. */
export const when = { day: Day, startTime: ClockTime, minutes: Minutes, place: Prose(300) }
export const When = Closed({
  day: Day,
  startTime: Type.Optional(ClockTime),
  minutes: Type.Optional(Minutes),
  place: Type.Optional(Prose(300)),
})
export type When = Type.Static<typeof When>

export const Action = Type.Object({
  id: Id,
  what: Type.String(),
  side: Side,
  owner: Type.String(),
  dueOn: Day,
  doneOn: Nullable(Day),
  version: Version,
})
export type Action = Type.Static<typeof Action>
const action = { what: Line(300), side: Side, owner: Line(120), dueOn: Day }
export const NewAction = Closed(action)
export type NewAction = Type.Static<typeof NewAction>
export const ActionChange = Type.Partial(Closed({ ...action, doneOn: Nullable(Day) }), {
  additionalProperties: false,
})
export type ActionChange = Type.Static<typeof ActionChange>

const Score = Type.Integer({ minimum: 1, maximum: 4 })
const scores = Object.fromEntries(pulseItems.map(({ code }) => [code, Score])) as Record<
  PulseCode,
  typeof Score
>
export const NewPulse = Closed({ ...scores, name: Line(120), comment: Type.Optional(Prose(1000)) })
export type NewPulse = Type.Static<typeof NewPulse>
export const Pulse = Type.Object({
  side: Side,
  ...scores,
  trust: Type.Number(),
  value: Type.Number(),
  name: Type.String(),
  comment: Type.String(),
  at: Instant,
})
export type Pulse = Type.Static<typeof Pulse>

export const Answer = Type.Object({
  side: Side,
  answer: Type.Enum(['signed', 'change_asked']),
  textVersion: Type.Integer(),
  name: Type.String(),
  title: Type.String(),
  comment: Type.String(),
  at: Instant,
})
export type Answer = Type.Static<typeof Answer>

export const sections = {
  goals: Prose(4000),
  progress: Prose(4000),
  challenges: Prose(4000),
  adjustments: Prose(4000),
}

/** A check-in in a list. */
export const CheckInItem = Type.Object({
  id: Id,
  partnership: Reference,
  organization: Reference,
  lead: Nullable(Type.String()),
  schoolYear: Type.String(),
  quarter: Type.Integer(),
  ...when,
  standing: Standing,
  waitingFor: Type.Array(Side),
  briefSentAt: Nullable(Instant),
})
export type CheckInItem = Type.Static<typeof CheckInItem>

export const CheckIn = Type.Object({
  ...CheckInItem.properties,
  ...sections,
  cancelReason: Type.String(),
  partnerLead: Nullable(Type.String()),
  actions: Type.Array(Action),
  /** Actions of earlier check-ins that are still open, or were done since the last one. */
  earlierActions: Type.Array(Action),
  /** What the other side said is shown once both have answered, so that neither leans on the other. */
  pulses: Type.Array(Pulse),
  pulseFrom: Type.Array(Side),
  answers: Type.Array(Answer),
  textVersion: Type.Integer(),
  /** As it was when both signed; before that the brief is read on its own. */
  brief: Nullable(Brief),
  next: Nullable(Type.Object({ id: Id, day: Day })),
  version: Version,
})
export type CheckIn = Type.Static<typeof CheckIn>

export const CheckInFilter = Closed({
  ...pageQuery,
  partnershipId: Type.Optional(Id),
  schoolId: Type.Optional(Id),
  leadUserId: Type.Optional(Id),
  /** `open`: not yet signed by both. */
  standing: Type.Optional(Type.Enum(['open', 'coming', 'overdue', 'waiting', 'signed', 'cancelled'])),
  descending: Type.Optional(Type.Boolean()),
})
export type CheckInFilter = Type.Static<typeof CheckInFilter>

export const CheckInChange = Type.Partial(Closed({ ...when, ...sections }), { additionalProperties: false })
export type CheckInChange = Type.Static<typeof CheckInChange>

export const Cancellation = Closed({ reason: Line(500) })
export const SignOff = Closed({
  /** The wording that was read. */
  textVersion: Type.Integer({ minimum: 1 }),
  name: Line(120),
  title: Type.Optional(Prose(120)),
})
export type SignOff = Type.Static<typeof SignOff>
export const ChangeWish = Closed({
  textVersion: Type.Integer({ minimum: 1 }),
  name: Line(120),
  comment: Line(2000),
})

/** What the partner's page shows: the same record, and the brief. */
export const CheckInForPartner = Type.Object({ checkIn: CheckIn, brief: Brief })
export type CheckInForPartner = Type.Static<typeof CheckInForPartner>
