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
import { exitItems, exitStateTerms } from '../lifecycle/exit-checklist.ts'
import { codesOf } from '../vocabulary/terms.ts'

export const Stage = Type.Enum(['exploring', 'forming', 'active', 'expanding', 'renewing', 'paused', 'ended'])
export type Stage = Type.Static<typeof Stage>
export const Scope = Type.Enum(['district', 'several_schools', 'one_school'])
export type Scope = Type.Static<typeof Scope>
export const Formality = Type.Enum(['formal', 'informal'])
export type Formality = Type.Static<typeof Formality>
export const Intensity = Type.Enum(['low', 'medium', 'high'])
export type Intensity = Type.Static<typeof Intensity>
export const PartnershipKind = Type.Enum(['strategic', 'program', 'transactional', 'donor'])
export type PartnershipKind = Type.Static<typeof PartnershipKind>
export const ContactKind = Type.Enum(['note', 'call', 'email', 'meeting', 'visit'])
export type ContactKind = Type.Static<typeof ContactKind>
/** Why a stage changed (domain 6.3): change reasons, and the reasons to end. */
export const StageReason = Type.Enum([
  'leadership',
  'logistics',
  'community_need',
  'funding',
  'policy',
  'emergency',
  'need_met',
  'funding_ended',
  'quality',
  'compliance',
  'partner_closed',
  'duplicate',
  'moved_schools',
])
export type StageReason = Type.Static<typeof StageReason>

const plan = {
  name: Line(200),
  scope: Scope,
  formality: Formality,
  intensity: Intensity,
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  summary: Prose(4000),
  mutualBenefit: Prose(4000),
  kind: Nullable(PartnershipKind),
  /** Who watches over it beside its leads: a committee, a council, a member of the board. */
  oversight: Prose(200),
  leadUserId: Nullable(Id),
  partnerLeadId: Nullable(Id),
  studentsReached: Nullable(Count),
}

const links = {
  schoolIds: Type.Array(Id, { maxItems: 2500 }),
  categoryIds: Type.Array(Id, { maxItems: 50 }),
  priorityIds: Type.Array(Id, { maxItems: 50 }),
  serviceIds: Type.Array(Id, { maxItems: 200 }),
}

const { name, ...planned } = plan

export const NewPartnership = Closed({
  organizationId: Id,
  name,
  stage: Type.Optional(Stage),
  ...Type.Partial(Type.Object({ ...planned, ...links })).properties,
  /** Why it is wanted beside help that looks the same (D7). */
  justification: Type.Optional(Prose(500)),
})
export type NewPartnership = Type.Static<typeof NewPartnership>

/**
 * What changes without changing the stage. Links that are given replace the ones that are there; `resumesOn` is when a
 * paused one is expected back; `justification` says why schools or kinds of help are added beside help that looks the same
 * (D7).
 */
export const PartnershipChange = Type.Partial(
  Closed({ ...plan, resumesOn: Nullable(Day), ...links, justification: Prose(500) }),
  { additionalProperties: false },
)
export type PartnershipChange = Type.Static<typeof PartnershipChange>

const ExitAnswer = Closed({
  item: Type.Enum(codesOf(exitItems)),
  state: Type.Enum(codesOf(exitStateTerms)),
  note: Type.Optional(Prose(400)),
  dueOn: Type.Optional(Day),
})

export const StageChange = Closed({
  stage: Stage,
  reason: Type.Optional(StageReason),
  note: Type.Optional(Prose(2000)),
  /** With `paused`: when it is expected back, where that is known. */
  resumesOn: Type.Optional(Day),
  /** With `ended`: answers to lines of the exit checklist; the others are to do, due in thirty days. */
  exit: Type.Optional(Type.Array(ExitAnswer, { maxItems: 5 })),
})
export type StageChange = Type.Static<typeof StageChange>

export const PartnershipItem = Type.Object({
  id: Id,
  name: Type.String(),
  organization: Reference,
  stage: Stage,
  stageSince: Day,
  scope: Scope,
  formality: Formality,
  intensity: Intensity,
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  schoolCount: Type.Integer(),
  studentsReached: Nullable(Type.Integer()),
  categoryCodes: Type.Array(Type.String()),
  priorityCount: Type.Integer(),
  lead: Nullable(Reference),
  lastContactOn: Nullable(Day),
  version: Version,
})
export type PartnershipItem = Type.Static<typeof PartnershipItem>

export const TimelineEntry = Type.Object({
  id: Id,
  kind: Type.Enum([
    'created',
    'stage',
    'note',
    'call',
    'email',
    'meeting',
    'visit',
    'schools',
    'people',
    'overlap',
    'letter',
  ]),
  happenedOn: Day,
  body: Type.String(),
  fromStage: Nullable(Stage),
  toStage: Nullable(Stage),
  reason: Nullable(StageReason),
  authorName: Type.String(),
  createdAt: Instant,
})
export type TimelineEntry = Type.Static<typeof TimelineEntry>

export const Partnership = Type.Object({
  ...PartnershipItem.properties,
  organization: Type.Object({ ...Reference.properties, type: Type.String() }),
  summary: Type.String(),
  mutualBenefit: Type.String(),
  kind: Nullable(PartnershipKind),
  oversight: Type.String(),
  partnerLead: Nullable(Type.Object({ ...Reference.properties, email: Type.String(), phone: Type.String() })),
  schools: Type.Array(Type.Object({ ...Reference.properties, code: Type.String(), level: Type.String() })),
  categories: Type.Array(Type.Object({ ...Reference.properties, code: Type.String() })),
  priorities: Type.Array(Type.Object({ id: Id, title: Type.String() })),
  services: Type.Array(
    Type.Object({ ...Reference.properties, categoryCode: Type.String(), tier: Type.Integer() }),
  ),
  timeline: Type.Array(TimelineEntry),
  source: Type.String(),
  createdAt: Instant,
  updatedAt: Instant,
})
export type Partnership = Type.Static<typeof Partnership>

export const partnershipSorts = [
  'name',
  'stageSince',
  'endsOn',
  'studentsReached',
  'schoolCount',
  'lastContactOn',
] as const

const several = <S extends Type.TSchema>(schema: S) => Type.Optional(Type.Array(schema, { maxItems: 50 }))

const filters = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  stage: several(Stage),
  category: several(Type.String({ maxLength: 60 })),
  scope: Type.Optional(Scope),
  formality: Type.Optional(Formality),
  intensity: Type.Optional(Intensity),
  schoolId: Type.Optional(Id),
  organizationId: Type.Optional(Id),
  priorityId: Type.Optional(Id),
  leadUserId: Type.Optional(Id),
  /** Ends on or before this day and has not ended. */
  endsBefore: Type.Optional(Day),
  /** No contact within the district's number of days. */
  goingCold: Type.Optional(Type.Boolean()),
  /** Serves no priority (A1: the unaligned report). */
  unaligned: Type.Optional(Type.Boolean()),
  /** Belongs to this school year (B6). */
  schoolYearId: Type.Optional(Id),
  /** Informal, and by rule it should be put on paper (B11). */
  shouldFormalise: Type.Optional(Type.Boolean()),
  /** Paused, and expected back by now. */
  returnOverdue: Type.Optional(Type.Boolean()),
  /** Ended, and not everything is settled. */
  exitOpen: Type.Optional(Type.Boolean()),
  /** Nobody in the district leads it (E3). */
  withoutLead: Type.Optional(Type.Boolean()),
}

export const PartnershipFilter = Closed({
  ...pageQuery,
  ...filters,
  sort: Type.Optional(Type.Enum([...partnershipSorts], { default: 'name' })),
  descending: Type.Optional(Type.Boolean()),
})
export type PartnershipFilter = Type.Static<typeof PartnershipFilter>

export const BoardFilter = Closed(filters)
export type BoardFilter = Type.Static<typeof BoardFilter>

/** A column of the board: how many, how many students, and its first cards. */
export const BoardColumn = Type.Object({
  stage: Stage,
  count: Type.Integer(),
  studentsReached: Type.Integer(),
  cards: Type.Array(PartnershipItem),
})
export type BoardColumn = Type.Static<typeof BoardColumn>

export const NewTimelineEntry = Closed({
  kind: ContactKind,
  happenedOn: Day,
  body: Line(4000),
})
export type NewTimelineEntry = Type.Static<typeof NewTimelineEntry>
