import * as Type from 'typebox'
import { Closed, Day, Id, Instant, Line, Nullable, pageQuery, Prose, Version } from '../contract/fields.ts'
import { roundStates } from './window.ts'

export const roundKinds = ['snapshot', 'census'] as const
export const RoundKind = Type.Enum([...roundKinds])
export type RoundKind = (typeof roundKinds)[number]
export const RoundState = Type.Enum([...roundStates])
const YearLabel = Type.String({ pattern: '^\\d{4}-\\d{2}$' })

/** A time in which every school (snapshot) or many partners (census) are asked the same. */
export const Round = Type.Object({
  id: Id,
  kind: RoundKind,
  schoolYear: YearLabel,
  opensOn: Day,
  /** The last day on which answers are taken. */
  dueOn: Day,
  /** A sentence of the district's own, above the questions and in the mail. */
  note: Type.String(),
  state: RoundState,
  closedAt: Nullable(Instant),
  createdBy: Type.String(),
  counts: Type.Object({
    asked: Type.Integer(),
    /** Without an address nothing could be sent. */
    unreachable: Type.Integer(),
    opened: Type.Integer(),
    answered: Type.Integer(),
  }),
  version: Version,
})
export type Round = Type.Static<typeof Round>
export const Rounds = Type.Object({ items: Type.Array(Round) })
export const RoundQuery = Closed({ kind: Type.Optional(RoundKind) })

export const NewRound = Closed({
  kind: RoundKind,
  dueOn: Day,
  /** Today when absent. */
  opensOn: Type.Optional(Day),
  /** The current school year when absent. */
  schoolYear: Type.Optional(YearLabel),
  note: Type.Optional(Prose(500)),
  /** A census of these partners only; of every active one with a program when absent. */
  organizationIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true })),
})
export type NewRound = Type.Static<typeof NewRound>

export const RoundChange = Type.Partial(Closed({ dueOn: Day, note: Prose(500), closed: Type.Boolean() }), {
  additionalProperties: false,
})
export type RoundChange = Type.Static<typeof RoundChange>

export const replyStates = ['unreachable', 'waiting', 'opened', 'answered'] as const
export const ReplyState = Type.Enum([...replyStates])
export type ReplyState = (typeof replyStates)[number]

/** One school or partner of a round, and how far it is. */
export const Reply = Type.Object({
  id: Id,
  /** The school or the organisation. */
  who: Type.Object({ id: Id, name: Type.String() }),
  state: ReplyState,
  /** Whom the link went or would go to. */
  to: Nullable(Type.Object({ name: Type.String(), email: Type.String() })),
  askedAt: Nullable(Instant),
  openedAt: Nullable(Instant),
  /** When a draft was last kept. */
  savedAt: Nullable(Instant),
  submittedAt: Nullable(Instant),
  submittedBy: Type.String(),
  remindedAt: Nullable(Instant),
  /** What was answered in short: needs of a school, programs of a partner. */
  entries: Nullable(Type.Integer()),
  /** Students more the partner could take; null where nobody said. */
  roomToGrow: Nullable(Type.Integer()),
  /** Rows of the reconciliation that are open. */
  mismatches: Type.Integer(),
})
export type Reply = Type.Static<typeof Reply>
export const ReplyQuery = Closed({
  ...pageQuery,
  state: Type.Optional(ReplyState),
  q: Type.Optional(Line(120)),
})
export type ReplyQuery = Type.Static<typeof ReplyQuery>

/** Who is written to: all who have not answered, or some of them. */
export const Reminder = Closed({
  replyIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true })),
})
export const Reminded = Type.Object({ sent: Type.Integer(), unreachable: Type.Integer() })

/** Whom a census asks too; a snapshot asks every open school that was not asked yet. */
export const Invitation = Closed({
  organizationIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 5000, uniqueItems: true })),
})

/** What the form of either side says about its round and about itself. */
export const formFrame = {
  round: Type.Object({
    id: Id,
    schoolYear: YearLabel,
    opensOn: Day,
    dueOn: Day,
    note: Type.String(),
    state: RoundState,
  }),
  replyId: Id,
  savedAt: Nullable(Instant),
  submittedAt: Nullable(Instant),
  submittedBy: Type.String(),
  /** The school year whose answers stand in the form until something is typed. */
  filledFrom: Nullable(YearLabel),
  categories: Type.Array(
    Type.Object({
      id: Id,
      code: Type.String(),
      name: Type.String(),
      nameEs: Type.String(),
      group: Type.String(),
      tiers: Type.Array(Type.Integer()),
    }),
  ),
  version: Version,
}
/** What a kept draft answers with. */
export const Kept = Type.Object({ savedAt: Instant, version: Version })
