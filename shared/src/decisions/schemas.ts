import * as Type from 'typebox'
import { Closed, Day, Id, Line, Nullable, pageQuery, Prose, Reference, Version } from '../contract/fields.ts'
import { seatTerms } from '../meetings/sections.ts'
import { verdicts } from '../outlook/vocabulary.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { methods } from './charter.ts'

const Seat = Type.Enum(codesOf(seatTerms))
const Seats = Type.Array(Seat, { minItems: 1, maxItems: 7, uniqueItems: true })
const Method = Type.Enum(methods)
const Days = Type.Integer({ minimum: 1, maximum: 365 })
const Votes = Type.Integer({ minimum: 0, maximum: 1000 })

const line = {
  title: Line(140),
  /** The council it belongs to; null is the whole district. */
  councilId: Nullable(Id),
  seats: Seats,
  method: Method,
  /** Who has the final say, where one person does. */
  finalSay: Prose(140),
  daysToDecide: Days,
  rotation: Prose(300),
  active: Type.Boolean(),
}
export const NewCharterLine = Closed({
  title: line.title,
  councilId: Type.Optional(line.councilId),
  seats: line.seats,
  method: line.method,
  finalSay: Type.Optional(line.finalSay),
  daysToDecide: line.daysToDecide,
  rotation: Type.Optional(line.rotation),
})
export type NewCharterLine = Type.Static<typeof NewCharterLine>
export const CharterLineChange = Type.Partial(Closed(line), { additionalProperties: false })
export type CharterLineChange = Type.Static<typeof CharterLineChange>

/** One kind of decision: who is at the table, how it is taken, and how long it may take. */
export const CharterLine = Type.Object({
  id: Id,
  title: Type.String(),
  council: Nullable(Reference),
  seats: Type.Array(Seat),
  method: Method,
  finalSay: Type.String(),
  daysToDecide: Type.Integer(),
  rotation: Type.String(),
  active: Type.Boolean(),
  open: Type.Integer(),
  decided: Type.Integer(),
  /** Of the decided ones, how many within the time. */
  inTime: Type.Integer(),
  version: Version,
})
export type CharterLine = Type.Static<typeof CharterLine>

export const NewDecision = Closed({
  charterLineId: Id,
  question: Line(500),
  askedOn: Type.Optional(Day),
  meetingId: Type.Optional(Id),
  partnershipId: Type.Optional(Id),
})
export type NewDecision = Type.Static<typeof NewDecision>

export const Taken = Closed({
  outcome: Line(2000),
  decidedOn: Day,
  seatsPresent: Seats,
  votesFor: Type.Optional(Nullable(Votes)),
  votesAgainst: Type.Optional(Nullable(Votes)),
  votesAbstained: Type.Optional(Nullable(Votes)),
  meetingId: Type.Optional(Id),
})
export type Taken = Type.Static<typeof Taken>

/** Renew, revise or end a partnership, decided under a line of the charter. */
export const NextTerm = Closed({
  charterLineId: Id,
  verdict: Type.Enum(codesOf(verdicts)),
  question: Line(500),
  ...Taken.properties,
})
export type NextTerm = Type.Static<typeof NextTerm>

export const Decision = Type.Object({
  id: Id,
  line: Reference,
  council: Nullable(Reference),
  seats: Type.Array(Seat),
  method: Method,
  question: Type.String(),
  askedOn: Day,
  decideBy: Day,
  status: Type.Enum(['open', 'decided', 'withdrawn']),
  late: Type.Boolean(),
  outcome: Type.String(),
  decidedOn: Nullable(Day),
  seatsPresent: Type.Array(Seat),
  votesFor: Nullable(Type.Integer()),
  votesAgainst: Nullable(Type.Integer()),
  votesAbstained: Nullable(Type.Integer()),
  meeting: Nullable(Reference),
  partnership: Nullable(Reference),
  /** Of a decision about a partnership’s next term, and what the rule advised that day. */
  verdict: Nullable(Type.Enum(codesOf(verdicts))),
  advised: Nullable(Type.Enum(codesOf(verdicts))),
  recordedByName: Type.String(),
  version: Version,
})
export type Decision = Type.Static<typeof Decision>

export const DecisionFilter = Closed({
  ...pageQuery,
  status: Type.Optional(Type.Enum(['open', 'decided', 'withdrawn'])),
  late: Type.Optional(Type.Boolean()),
  charterLineId: Type.Optional(Id),
  partnershipId: Type.Optional(Id),
  /** Only decisions about the next term of a partnership, or none of them. */
  nextTerm: Type.Optional(Type.Boolean()),
})
