import * as Type from 'typebox'
import { Closed, Day, Id, Instant, Line, Nullable, Prose } from '../contract/fields.ts'
import type { VisionStanding } from './standing.ts'

const Points = Type.Array(Line(500), { maxItems: 30 })

/**
 * What both sides agree on before they begin (domain E7): the statement, the goals they share, what each expects of the
 * other, how they work together and what should come of it.
 */
export const VisionDraft = Closed({
  statement: Prose(4000),
  /** Priorities of the district that both take as their own (E8). */
  goals: Type.Array(Closed({ priorityId: Id, words: Prose(500) }), { maxItems: 20 }),
  districtExpectations: Points,
  partnerExpectations: Points,
  processes: Points,
  outcomes: Type.Array(
    Closed({ what: Line(300), metricId: Nullable(Id), measure: Prose(300), target: Prose(200) }),
    { maxItems: 20 },
  ),
})
export type VisionDraft = Type.Static<typeof VisionDraft>

/** A proposed version: goals and metrics keep the names they had, so it can still be read in ten years. */
export const VisionContent = Type.Object({
  statement: Type.String(),
  goals: Type.Array(Type.Object({ priorityId: Id, title: Type.String(), words: Type.String() })),
  districtExpectations: Type.Array(Type.String()),
  partnerExpectations: Type.Array(Type.String()),
  processes: Type.Array(Type.String()),
  outcomes: Type.Array(
    Type.Object({
      what: Type.String(),
      metricId: Nullable(Id),
      metricName: Nullable(Type.String()),
      measure: Type.String(),
      target: Type.String(),
    }),
  ),
})
export type VisionContent = Type.Static<typeof VisionContent>

export const Side = Type.Enum(['district', 'partner'])

export const VisionAnswer = Type.Object({
  id: Id,
  side: Side,
  answer: Type.Enum(['confirmed', 'change_asked']),
  name: Type.String(),
  title: Type.String(),
  comment: Type.String(),
  at: Instant,
})
export type VisionAnswer = Type.Static<typeof VisionAnswer>

export const VisionVersion = Type.Object({
  id: Id,
  number: Type.Integer(),
  content: VisionContent,
  note: Type.String(),
  proposedBy: Type.String(),
  proposedAt: Instant,
  answers: Type.Array(VisionAnswer),
})
export type VisionVersion = Type.Static<typeof VisionVersion>

export const Standing = Type.Enum([
  'empty',
  'draft',
  'proposed',
  'agreed',
  'reconfirm',
  'lapsed',
] satisfies VisionStanding[])

/** `version` 0: nobody has begun to write it. */
export const Vision = Type.Object({
  partnershipId: Id,
  version: Type.Integer({ minimum: 0 }),
  draft: VisionDraft,
  /** The draft says something else than the newest proposed version. */
  draftDiffers: Type.Boolean(),
  standing: Standing,
  waitingFor: Type.Array(Side),
  agreedNumber: Nullable(Type.Integer()),
  agreedOn: Nullable(Day),
  reconfirmBy: Nullable(Day),
  /** Newest first; all of them are kept. */
  versions: Type.Array(VisionVersion),
})
export type Vision = Type.Static<typeof Vision>

export const Proposal = Closed({
  note: Type.Optional(Prose(1000)),
  /** The partner's person who gets the link; without one only the district is asked. */
  contactId: Type.Optional(Id),
})
export type Proposal = Type.Static<typeof Proposal>

export const VisionConfirmation = Closed({
  number: Type.Integer({ minimum: 1 }),
  name: Line(120),
  title: Type.Optional(Prose(120)),
})
export type VisionConfirmation = Type.Static<typeof VisionConfirmation>

export const VisionWish = Closed({
  number: Type.Integer({ minimum: 1 }),
  name: Line(120),
  comment: Line(2000),
})

/** What the partner's page shows. `previous` is what the partner confirmed last, to compare with. */
export const VisionForPartner = Type.Object({
  partnershipName: Type.String(),
  current: VisionVersion,
  previous: Nullable(VisionVersion),
  standing: Standing,
  waitingFor: Type.Array(Side),
  reconfirmBy: Nullable(Day),
})
export type VisionForPartner = Type.Static<typeof VisionForPartner>
