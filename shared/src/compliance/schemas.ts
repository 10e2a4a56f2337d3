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
import { Intensity } from '../partnerships/schemas.ts'
import { codesOf } from '../vocabulary/terms.ts'
import {
  clearanceStatuses,
  documentKinds,
  documentStates,
  rejectReasons,
  requirementConditions,
} from './vocabulary.ts'

export const DocumentKind = Type.Enum(codesOf(documentKinds))
export const DocumentState = Type.Enum(codesOf(documentStates))
export const RequirementCondition = Type.Enum(codesOf(requirementConditions))
export const RejectReason = Type.Enum(codesOf(rejectReasons))
export const ClearanceStatus = Type.Enum(codesOf(clearanceStatuses))
const DocumentStatus = Type.Enum(['submitted', 'approved', 'rejected'])
/** Insured amounts, in cents: up to a billion dollars. */
const Cents = Type.Integer({ minimum: 0, maximum: 100_000_000_000 })

const rule = {
  kind: DocumentKind,
  conditions: Type.Array(RequirementCondition, { maxItems: requirementConditions.length, uniqueItems: true }),
  lighter: Type.Enum(['same', 'simpler', 'waived']),
  expiry: Type.Enum(['required', 'optional', 'none']),
  warnDays: Type.Integer({ minimum: 1, maximum: 180 }),
  minimumCents: Nullable(Type.Integer({ minimum: 1, maximum: 100_000_000_000 })),
  blocks: Type.Boolean(),
  instructions: Prose(1000),
}
/** What the district asks for one kind of document. */
export const RequirementRule = Type.Object({ ...rule, version: Version, standard: Type.Boolean() })
export type RequirementRule = Type.Static<typeof RequirementRule>
export const RequirementChange = Closed(rule)
export type RequirementChange = Type.Static<typeof RequirementChange>

export const ComplianceDocument = Type.Object({
  id: Id,
  kind: DocumentKind,
  status: DocumentStatus,
  fileName: Type.String(),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
  issuedOn: Nullable(Day),
  expiresOn: Nullable(Day),
  amountCents: Nullable(Type.Integer()),
  note: Type.String(),
  submittedBy: Type.String(),
  viaLink: Type.Boolean(),
  submittedAt: Instant,
  reviewedBy: Nullable(Type.String()),
  reviewedAt: Nullable(Instant),
  rejectReason: Nullable(RejectReason),
  rejectNote: Type.String(),
  version: Version,
})
export type ComplianceDocument = Type.Static<typeof ComplianceDocument>

export const Reason = Type.Union([
  Type.Object({
    code: Type.Literal('document'),
    kind: DocumentKind,
    state: DocumentState,
    expiresOn: Nullable(Day),
    blocks: Type.Boolean(),
  }),
  /** Nobody has said whether its people are with students; no partnership in force at all; or not at this school. */
  Type.Object({ code: Type.Enum(['contact_unknown', 'no_partnership', 'not_here']) }),
])
export type Reason = Type.Static<typeof Reason>

const facts = {
  contact: Nullable(Type.Enum(['none', 'supervised', 'unsupervised'])),
  studentData: Type.Boolean(),
  districtPays: Type.Boolean(),
  space: Type.Boolean(),
}
export const FactsChange = Type.Partial(Closed(facts), { additionalProperties: false })
export type FactsChange = Type.Static<typeof FactsChange>

const Owed = Type.Object({
  kind: DocumentKind,
  lane: Type.Enum(['standard', 'simpler', 'waived']),
  because: Type.Array(RequirementCondition),
  blocks: Type.Boolean(),
  state: DocumentState,
  documentId: Nullable(Id),
  /** One that waits for review while another still holds. */
  waitingId: Nullable(Id),
  expiresOn: Nullable(Day),
})
export type Owed = Type.Static<typeof Owed>

export const Passport = Type.Object({
  organization: Reference,
  facts: Type.Object(facts),
  lighterLane: Type.Boolean(),
  /** The most demanding of its partnerships, under way or being formed; null: it has none. */
  intensity: Nullable(Intensity),
  status: ClearanceStatus,
  reasons: Type.Array(Reason),
  owed: Type.Array(Owed),
  documents: Type.Array(ComplianceDocument),
  /** The answer at each school where a partnership is in force, as far as the reader may see. */
  schools: Type.Array(Type.Object({ id: Id, name: Type.String(), status: ClearanceStatus })),
  districtWide: Type.Boolean(),
  /** Whom a link would go to; null: no contact has an address. */
  recipient: Nullable(Type.Object({ contactId: Id, name: Type.String(), email: Type.String() })),
  /** Opens the live answer at `/cleared/<code>`; null: it has no partnership to be cleared for. */
  code: Nullable(Id),
  today: Day,
  version: Version,
})
export type Passport = Type.Static<typeof Passport>

/** What is said about a file beside the file itself. */
export const HandIn = Closed({
  kind: DocumentKind,
  issuedOn: Type.Optional(Day),
  expiresOn: Type.Optional(Day),
  amountCents: Type.Optional(Cents),
  note: Type.Optional(Prose(1000)),
})
export type HandIn = Type.Static<typeof HandIn>

export const Review = Closed({
  decision: Type.Enum(['approve', 'reject']),
  reason: Type.Optional(RejectReason),
  note: Type.Optional(Prose(1000)),
  issuedOn: Type.Optional(Nullable(Day)),
  expiresOn: Type.Optional(Nullable(Day)),
  amountCents: Type.Optional(Nullable(Cents)),
})
export type Review = Type.Static<typeof Review>

export const DocumentFilter = Closed({
  ...pageQuery,
  /** Waiting for review, oldest first; or approved ones by their end: within the days that warn, or past it. */
  show: Type.Enum(['waiting', 'expiring', 'expired']),
  kind: Type.Optional(DocumentKind),
})
export const DocumentItem = Type.Object({
  ...ComplianceDocument.properties,
  organization: Reference,
})
export type DocumentItem = Type.Static<typeof DocumentItem>

export const Request = Closed({
  contactId: Type.Optional(Id),
  note: Type.Optional(Line(500)),
})

/** What a partner sees behind its link: what is asked for, and how what it sent stands. */
export const OwedByPartner = Type.Object({
  organizationName: Type.String(),
  items: Type.Array(
    Type.Object({
      ...Owed.properties,
      expiry: rule.expiry,
      minimumCents: rule.minimumCents,
      instructions: Type.String(),
      /** The newest one that was handed in. */
      latest: Nullable(
        Type.Object({
          status: DocumentStatus,
          fileName: Type.String(),
          submittedAt: Instant,
          expiresOn: Nullable(Day),
          rejectReason: Nullable(RejectReason),
          rejectNote: Type.String(),
        }),
      ),
    }),
  ),
})
export type OwedByPartner = Type.Static<typeof OwedByPartner>
