import * as Type from 'typebox'
import {
  Closed,
  Count,
  Day,
  Id,
  Instant,
  Line,
  Nullable,
  Prose,
  Reference,
  Version,
} from '../contract/fields.ts'
import { FieldProblem } from '../contract/problem-schema.ts'
import { Obligation } from '../obligations/schemas.ts'
import { Intensity } from '../partnerships/schemas.ts'
import { Standing as VisionStanding } from '../vision/schemas.ts'
import { changeReasons, exitReasons } from '../vocabulary/reasons.ts'
import { sideTerms } from '../vocabulary/sides.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { sharingBases } from './data-sharing.ts'
import { sectionGroups } from './section-terms.ts'
import {
  agreementKinds,
  agreementStages,
  agreementStandings,
  agreementTypes,
  sectionStates,
} from './vocabulary.ts'

export const AgreementTypeCode = Type.Enum(codesOf(agreementTypes))
export const AgreementStageCode = Type.Enum(codesOf(agreementStages))
export const AgreementStandingCode = Type.Enum(codesOf(agreementStandings))
export const Gate = Type.Enum(['legal', 'risk', 'board', 'signatures'])
const Side = Type.Enum(codesOf(sideTerms))
const SectionState = Type.Enum(codesOf(sectionStates))
const Language = Type.Enum(['en', 'es'])
const ChangeReason = Type.Enum(codesOf(changeReasons))
/** Why an agreement ends before its last day. */
export const EndReason = Type.Enum([...codesOf(exitReasons), ...codesOf(changeReasons)])

/** What decides the kind of paper and who must approve it. */
export const Facts = Closed({
  intensity: Intensity,
  money: Type.Enum(['none', 'partner_pays', 'district_pays']),
  usesSpace: Type.Boolean(),
  data: Type.Enum(['none', 'aggregate', 'student_level']),
  contact: Type.Enum(['none', 'supervised', 'unsupervised']),
  worksite: Type.Boolean(),
  grassroots: Type.Boolean(),
})

export const DataSharingTerms = Closed({
  basis: Type.Enum(codesOf(sharingBases)),
  purpose: Prose(1000),
  scope: Prose(1000),
  elements: Type.Array(Line(200), { maxItems: 60 }),
  /** Roles of people who may see the data, such as “site director”; never names. */
  roles: Type.Array(Line(120), { maxItems: 30 }),
  redisclosure: Prose(1000),
  destroyBy: Nullable(Day),
})

const terms = {
  title: Line(200),
  type: AgreementTypeCode,
  language: Language,
  facts: Facts,
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  renews: Type.Boolean(),
  termMonths: Type.Integer({ minimum: 1, maximum: 60 }),
  noticeDays: Type.Integer({ minimum: 0, maximum: 365 }),
  amountCents: Nullable(Count),
  dataSharing: Nullable(DataSharingTerms),
  districtSignerId: Nullable(Id),
  partnerSignerId: Nullable(Id),
}

const { title, type, facts, ...later } = terms
export const NewAgreement = Closed({
  type,
  facts,
  title: Type.Optional(title),
  ...Type.Partial(Type.Object(later)).properties,
})
export type NewAgreement = Type.Static<typeof NewAgreement>

export const AgreementChange = Type.Partial(Closed(terms), { additionalProperties: false })
export type AgreementChange = Type.Static<typeof AgreementChange>

export const AmendmentStart = Closed({
  reason: ChangeReason,
  note: Line(2000),
  effectiveOn: Day,
})
export const NewSection = Closed({ title: Line(140), body: Type.Optional(Prose(10_000)) })
export const SectionChange = Type.Partial(
  Closed({ title: Line(140), body: Prose(10_000), state: SectionState, notes: Prose(2000) }),
  { additionalProperties: false },
)
export type SectionChange = Type.Static<typeof SectionChange>

export const Section = Type.Object({
  id: Id,
  code: Type.String(),
  group: Type.Enum(codesOf(sectionGroups)),
  title: Type.String(),
  body: Type.String(),
  state: SectionState,
  notes: Type.String(),
  required: Type.Boolean(),
  changedBy: Nullable(Type.String()),
  changedAt: Instant,
  version: Version,
})
export type Section = Type.Static<typeof Section>

/** One stay in a stage. */
export const StageStay = Type.Object({
  stage: AgreementStageCode,
  enteredAt: Instant,
  leftAt: Nullable(Instant),
  days: Type.Integer(),
  outcome: Nullable(Type.Enum(['submitted', 'approved', 'returned', 'withdrawn', 'signed'])),
  decidedBy: Type.String(),
  note: Type.String(),
})
export type StageStay = Type.Static<typeof StageStay>

/** A document that cannot change any more: what was put before the signers, and the signed one. */
export const AgreementDocument = Type.Object({
  id: Id,
  kind: Type.Enum(['issued', 'signed']),
  sha256: Type.String(),
  sizeBytes: Type.Integer(),
  issuedAt: Instant,
  /** The one that is signed now; earlier ones were sent back. */
  current: Type.Boolean(),
})
export type AgreementDocument = Type.Static<typeof AgreementDocument>

export const AgreementSignature = Type.Object({
  side: Side,
  name: Type.String(),
  title: Type.String(),
  at: Instant,
  sha256: Type.String(),
})
export type AgreementSignature = Type.Static<typeof AgreementSignature>

export const AgreementComment = Type.Object({
  id: Id,
  sectionCode: Nullable(Type.String()),
  name: Type.String(),
  text: Type.String(),
  at: Instant,
  resolvedAt: Nullable(Instant),
})
export type AgreementComment = Type.Static<typeof AgreementComment>

export const Agreement = Type.Object({
  id: Id,
  partnership: Reference,
  organization: Reference,
  kind: Type.Enum(codesOf(agreementKinds)),
  /** What it renews or amends. */
  from: Nullable(Type.Object({ id: Id, title: Type.String() })),
  ...terms,
  stage: AgreementStageCode,
  stageSince: Instant,
  /** Decided when it leaves draft; before that, what it would be. */
  route: Type.Array(Type.Object({ gate: Gate, because: Type.Array(Type.String()) })),
  standing: AgreementStandingCode,
  lastDay: Nullable(Day),
  endReason: Nullable(Type.Enum(['notice', 'early', 'replaced'])),
  noticeGivenOn: Nullable(Day),
  noticeGivenBy: Nullable(Side),
  exitReason: Nullable(EndReason),
  amendmentReason: Nullable(ChangeReason),
  amendmentNote: Type.String(),
  districtSigner: Nullable(Reference),
  partnerSigner: Nullable(Type.Object({ ...Reference.properties, email: Type.String() })),
  certifiedOn: Nullable(Day),
  sections: Type.Array(Section),
  obligations: Type.Array(Obligation),
  stays: Type.Array(StageStay),
  documents: Type.Array(AgreementDocument),
  signatures: Type.Array(AgreementSignature),
  comments: Type.Array(AgreementComment),
  visionStanding: VisionStanding,
  /** What keeps it in draft; empty afterwards. */
  gaps: Type.Array(FieldProblem),
  createdAt: Instant,
  version: Version,
})
export type Agreement = Type.Static<typeof Agreement>
