import * as Type from 'typebox'
import { Closed, Count, Day, Line, Nullable, Prose } from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { HelpStatus, Students } from './schemas.ts'
import { helpAnswers, helpClosings, helpRefusals } from './vocabulary.ts'

const answerFacts = {
  answer: Type.Enum(codesOf(helpAnswers)),
  /** For how many; all that are asked for when absent. A part needs its number. */
  students: Type.Optional(Students),
  startsOn: Type.Optional(Day),
  reason: Type.Optional(Type.Enum(codesOf(helpRefusals))),
  note: Type.Optional(Prose(1000)),
}
export const AnswerForPartner = Closed(answerFacts)
export type AnswerForPartner = Type.Static<typeof AnswerForPartner>
export const PartnerAnswer = Closed({ name: Line(120), ...answerFacts })
export type PartnerAnswer = Type.Static<typeof PartnerAnswer>

/** The school takes the help: all that is offered or less, as a service at the school unless it is over with one time. */
export const HelpAcceptance = Closed({
  students: Type.Optional(Students),
  once: Type.Optional(Type.Boolean()),
  /** Why it is wanted beside help that looks the same (D7). */
  justification: Type.Optional(Prose(500)),
})
export type HelpAcceptance = Type.Static<typeof HelpAcceptance>

export const progressSteps = ['scheduled', 'started', 'delivered', 'backed_out'] as const
const progressFacts = {
  step: Type.Enum([...progressSteps]),
  /** The first day, of `scheduled`. */
  startsOn: Type.Optional(Day),
  /** Students reached, of `delivered`. */
  students: Type.Optional(Count),
  /** Of `backed_out`. */
  reason: Type.Optional(Type.Enum(codesOf(helpRefusals))),
  note: Type.Optional(Prose(1000)),
}
export const HelpProgress = Closed(progressFacts)
export type HelpProgress = Type.Static<typeof HelpProgress>
export const PartnerProgress = Closed({ name: Line(120), ...progressFacts })

export const TurnDown = Closed({ note: Type.Optional(Prose(1000)) })

/** What came of it, by the school. */
export const HelpClosingSaid = Closed({
  reason: Type.Enum(codesOf(helpClosings)),
  /** Students who were helped; those the partners reported when absent. */
  studentsHelped: Type.Optional(Count),
  note: Type.Optional(Prose(1000)),
  /** The need it was asked for is met with it. */
  needMet: Type.Optional(Type.Boolean()),
})
export type HelpClosingSaid = Type.Static<typeof HelpClosingSaid>

/** What a partner reads by its link: the request and its own line, and nothing of the others. */
export const HelpForPartner = Type.Object({
  schoolName: Type.String(),
  schoolArea: Type.String(),
  organizationName: Type.String(),
  categoryName: Type.String(),
  categoryNameEs: Type.String(),
  tier: Type.Integer(),
  studentsWanted: Type.Integer(),
  title: Type.String(),
  details: Type.String(),
  grades: Type.Array(Type.String()),
  languages: Type.Array(Type.String()),
  wantedBy: Nullable(Day),
  askedByName: Type.String(),
  dueOn: Day,
  status: HelpStatus,
  answer: Nullable(Type.Enum(codesOf(helpAnswers))),
  students: Nullable(Type.Integer()),
  startsOn: Nullable(Day),
  note: Type.String(),
  declinedReason: Nullable(Type.Enum(codesOf(helpRefusals))),
  deliveredOn: Nullable(Day),
  deliveredStudents: Nullable(Count),
  deliveredNote: Type.String(),
  /** What the school said came of it. */
  closedReason: Nullable(Type.Enum(codesOf(helpClosings))),
})
export type HelpForPartner = Type.Static<typeof HelpForPartner>
