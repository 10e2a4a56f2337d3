import * as Type from 'typebox'
import {
  Closed,
  Count,
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
import { grades } from '../imports/normalise-grades.ts'
import { Languages } from '../organizations/place-schemas.ts'
import { MatchReasonSchema } from '../placement/schemas.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { timings } from './lifecycle.ts'
import {
  helpAnswers,
  helpClosings,
  helpEventKinds,
  helpRefusals,
  helpStatuses,
  helpWaits,
} from './vocabulary.ts'

export const HelpStatus = Type.Enum(codesOf(helpStatuses))
const Tier = Type.Integer({ minimum: 1, maximum: 3 })
export const Students = Type.Integer({ minimum: 1, maximum: 1_000_000 })
const Kind = Type.Object({ ...Reference.properties, nameEs: Type.String() })
const Timing = Type.Enum([...timings])

/** Whom to ask: a partner, and one of its contacts where it is not to be the first. */
const Asked = Closed({
  organizationId: Id,
  contactId: Type.Optional(Id),
  /** The service it was suggested for; help that comes joins it. */
  serviceId: Type.Optional(Id),
})
const partners = Type.Array(Asked, { minItems: 1, maxItems: 20 })

/** What is asked stands in figures and words; for a need its own are taken where they are left out. */
export const NewHelpRequest = Closed({
  schoolId: Id,
  needId: Type.Optional(Id),
  categoryId: Type.Optional(Id),
  tier: Type.Optional(Tier),
  students: Type.Optional(Students),
  title: Type.Optional(Line(140)),
  details: Type.Optional(Prose(2000)),
  grades: Type.Optional(Type.Array(Type.Enum([...grades]), { maxItems: grades.length, uniqueItems: true })),
  languages: Type.Optional(Languages),
  wantedBy: Type.Optional(Nullable(Day)),
  partners,
})
export type NewHelpRequest = Type.Static<typeof NewHelpRequest>
export const MorePartners = Closed({ partners })

export const SuggestionQuery = Closed({
  schoolId: Id,
  needId: Type.Optional(Id),
  categoryId: Type.Optional(Id),
  tier: Type.Optional(Tier),
  students: Type.Optional(Students),
})
export type SuggestionQuery = Type.Static<typeof SuggestionQuery>

/** A partner that could help, with why; `misfits` is empty for those that could as they are. */
export const SuggestedPartner = Type.Object({
  organization: Reference,
  service: Reference,
  score: Count,
  room: Count,
  metres: Nullable(Count),
  misfits: Type.Array(Type.String()),
  reasons: Type.Array(MatchReasonSchema),
  /** Whom the e-mail would go to; null where no contact has an address. */
  to: Nullable(Type.Object({ name: Type.String(), email: Type.String() })),
})
export type SuggestedPartner = Type.Static<typeof SuggestedPartner>
export const SuggestedPartners = Type.Object({ items: Type.Array(SuggestedPartner) })

const shown = {
  id: Id,
  school: Reference,
  need: Nullable(Type.Object({ id: Id, title: Nullable(Type.String()) })),
  category: Kind,
  tier: Type.Integer(),
  students: Type.Integer(),
  title: Type.String(),
  wantedBy: Nullable(Day),
  status: HelpStatus,
  waits: Nullable(Type.Enum(codesOf(helpWaits))),
  answerDueOn: Day,
  firstAnsweredOn: Nullable(Day),
  timing: Timing,
  askedByName: Type.String(),
  createdAt: Instant,
  closedAt: Nullable(Instant),
  version: Version,
}
export const HelpRequestListed = Type.Object({
  ...shown,
  /** Partners asked, and those who said yes or partly. */
  asked: Count,
  willing: Count,
})
export type HelpRequestListed = Type.Static<typeof HelpRequestListed>

export const HelpPartner = Type.Object({
  id: Id,
  organization: Reference,
  toName: Type.String(),
  toEmail: Type.String(),
  status: HelpStatus,
  askedAt: Instant,
  dueOn: Day,
  answeredOn: Nullable(Day),
  timing: Timing,
  answer: Nullable(Type.Enum(codesOf(helpAnswers))),
  answeredByName: Type.String(),
  students: Nullable(Type.Integer()),
  startsOn: Nullable(Day),
  declinedReason: Nullable(Type.Enum(codesOf(helpRefusals))),
  note: Type.String(),
  once: Type.Boolean(),
  /** What it became at the school. */
  service: Nullable(Reference),
  partnership: Nullable(Reference),
  deliveredOn: Nullable(Day),
  deliveredStudents: Nullable(Count),
  deliveredNote: Type.String(),
  remindedAt: Nullable(Instant),
  version: Version,
})
export type HelpPartner = Type.Static<typeof HelpPartner>

export const HelpEvent = Type.Object({
  id: Id,
  kind: Type.Enum([...helpEventKinds]),
  organization: Nullable(Reference),
  byName: Type.String(),
  students: Nullable(Type.Integer()),
  day: Nullable(Day),
  reason: Nullable(Type.String()),
  note: Type.String(),
  at: Instant,
})
export type HelpEvent = Type.Static<typeof HelpEvent>

/** A request with all that came of it. */
export const HelpRequest = Type.Object({
  ...shown,
  details: Type.String(),
  grades: Type.Array(Type.String()),
  languages: Type.Array(Type.String()),
  closedReason: Nullable(Type.Enum(codesOf(helpClosings))),
  closedByName: Type.String(),
  outcomeNote: Type.String(),
  studentsHelped: Nullable(Count),
  /** It met its need when it was closed. */
  needClosed: Type.Boolean(),
  partners: Type.Array(HelpPartner),
  events: Type.Array(HelpEvent),
})
export type HelpRequest = Type.Static<typeof HelpRequest>

export const HelpRequestQuery = Closed({
  ...pageQuery,
  schoolId: Type.Optional(Type.Array(Id, { maxItems: 60 })),
  needId: Type.Optional(Id),
  categoryId: Type.Optional(Type.Array(Id, { maxItems: 60 })),
  status: Type.Optional(Type.Array(HelpStatus, { maxItems: helpStatuses.length })),
  waits: Type.Optional(Type.Array(Type.Enum(codesOf(helpWaits)), { maxItems: helpWaits.length })),
  /** Nobody has answered within the standard, or the first answer was late. */
  late: Type.Optional(Type.Boolean()),
  /** Not closed by the school yet, or closed. */
  closed: Type.Optional(Type.Boolean()),
  sort: Type.Optional(Type.Enum(['newest', 'due'])),
})
export type HelpRequestQuery = Type.Static<typeof HelpRequestQuery>
