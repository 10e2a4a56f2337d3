import * as Type from 'typebox'
import { Closed, Count, Day, Id, Instant, Nullable, Prose, Reference, Version } from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { LossAnswer } from '../what-if/schemas.ts'
import { deliveryAnswers } from './vocabulary.ts'

const Answer = Type.Enum(codesOf(deliveryAnswers))
const Kind = Type.Object({ ...Reference.properties, nameEs: Type.String() })

/** Which partners in force are meant; all of them where nothing is said. */
const filters = {
  categoryIds: Type.Optional(Type.Array(Id, { maxItems: 60, uniqueItems: true })),
  schoolIds: Type.Optional(Type.Array(Id, { maxItems: 500, uniqueItems: true })),
  tier: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })),
}
export const PollFilters = Closed(filters)
export type PollFilters = Type.Static<typeof PollFilters>
export const NewPoll = Closed({ ...filters, note: Type.Optional(Prose(500)) })
export type NewPoll = Type.Static<typeof NewPoll>

/** How many would be asked, and how many of those have no address. */
export const PollAudience = Type.Object({ partners: Count, unreachable: Count })

const PollCounts = Type.Object({
  asked: Count,
  unreachable: Count,
  yes: Count,
  partly: Count,
  no: Count,
  /** Asked, with an address or without, and no answer yet. */
  silent: Count,
})
export type PollCounts = Type.Static<typeof PollCounts>
export const Poll = Type.Object({
  id: Id,
  note: Type.String(),
  categories: Type.Array(Kind),
  schools: Type.Array(Reference),
  tier: Nullable(Type.Integer()),
  startedByName: Type.String(),
  startedAt: Instant,
  closedAt: Nullable(Instant),
  closedByName: Type.String(),
  counts: PollCounts,
  version: Version,
})
export type Poll = Type.Static<typeof Poll>
export const Polls = Type.Object({ items: Type.Array(Poll) })

export const PollAnswer = Type.Object({
  id: Id,
  organization: Reference,
  /** Whom the link went to; null where nobody has an address. */
  to: Nullable(Type.Object({ name: Type.String(), email: Type.String() })),
  timesAsked: Count,
  askedAt: Nullable(Instant),
  answer: Nullable(Answer),
  fromDay: Nullable(Day),
  note: Type.String(),
  answeredAt: Nullable(Instant),
  answeredByName: Type.String(),
  version: Version,
})
export type PollAnswer = Type.Static<typeof PollAnswer>

/** The board of a poll. `loss` is what falls into gap if everyone who said no does not come; null while nobody has. */
export const PollBoard = Type.Object({
  poll: Poll,
  answers: Type.Array(PollAnswer),
  loss: Nullable(LossAnswer),
})
export type PollBoard = Type.Static<typeof PollBoard>

/** What the board hears as it goes; `ended` when the poll was closed. */
export const PollProgress = Type.Object({
  counts: PollCounts,
  lastAnswerAt: Nullable(Instant),
  ended: Type.Boolean(),
})
export type PollProgress = Type.Static<typeof PollProgress>

export const PollChange = Closed({ closed: Type.Boolean() })
export const AskedAgain = Type.Object({ sent: Count, unreachable: Count })

/** One tap is an answer; from when and a note may follow. */
export const DeliverySaid = Closed({
  answer: Answer,
  fromDay: Type.Optional(Nullable(Day)),
  note: Type.Optional(Prose(500)),
})
export type DeliverySaid = Type.Static<typeof DeliverySaid>

/** What a partner reads by its link. */
export const DeliveryQuestion = Type.Object({
  organizationName: Type.String(),
  note: Type.String(),
  startedAt: Instant,
  closed: Type.Boolean(),
  /** Where it delivers, so that it knows what is meant. */
  schools: Type.Array(Type.String()),
  answer: Nullable(Answer),
  fromDay: Nullable(Day),
  answerNote: Type.String(),
  answeredAt: Nullable(Instant),
})
export type DeliveryQuestion = Type.Static<typeof DeliveryQuestion>
