import * as Type from 'typebox'
import { Closed, Id, Instant, Nullable, pageQuery, Reference, Version } from '../contract/fields.ts'
import { importKindKeys } from './kinds/registry.ts'
import { rowProblems, type RowProblemCode } from './problems.ts'

export const ImportKindKey = Type.Enum([...importKindKeys])
export const importStatuses = [
  'uploaded',
  'checking',
  'checked',
  'queued',
  'running',
  'done',
  'failed',
  'undoing',
  'undone',
  'cancelled',
] as const
export const ImportStatus = Type.Enum([...importStatuses])
export type ImportStatus = Type.Static<typeof ImportStatus>

/** While one of these, the import is under way and its progress can be followed. */
export const busyStatuses: readonly ImportStatus[] = ['checking', 'queued', 'running', 'undoing']

/** One column of the file: its header, some of its values, and what it is taken to be. */
export const ImportColumn = Type.Object({
  header: Type.String(),
  samples: Type.Array(Type.String()),
  /** What the guess was, before anyone changed it. */
  guess: Nullable(Type.String()),
  confidence: Type.Number(),
  reasons: Type.Array(Type.Enum(['remembered', 'same_header', 'similar_header', 'values_look_right'])),
})
export type ImportColumn = Type.Static<typeof ImportColumn>

/** Column by column the key of the field it fills; null leaves the column out. */
export const Mapping = Type.Array(Nullable(Type.String({ minLength: 1, maxLength: 120 })), { maxItems: 200 })
export const Options = Type.Record(
  Type.String({ pattern: '^[a-zA-Z]{1,40}$' }),
  Type.String({ maxLength: 40 }),
)

export const Note = Type.Object({
  code: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
})
export type Note = Type.Static<typeof Note>

const summary = {
  id: Id,
  kind: ImportKindKey,
  fileName: Type.String(),
  status: ImportStatus,
  rowsTotal: Nullable(Type.Integer()),
  rowsRead: Type.Integer(),
  rowsKept: Type.Integer(),
  rowsRefused: Type.Integer(),
  /** Rows that only repeat what another row says. */
  rowsRepeated: Type.Integer(),
  startedByName: Type.String(),
  createdAt: Instant,
  finishedAt: Nullable(Instant),
}
export const ImportSummary = Type.Object(summary)
export type ImportSummary = Type.Static<typeof ImportSummary>

export const Import = Type.Object({
  ...summary,
  columns: Type.Array(ImportColumn),
  mapping: Type.Array(Nullable(Type.String())),
  options: Type.Record(Type.String(), Type.String()),
  /** Per kind of record: new, updated, unchanged; after an undo also `undo`. */
  counts: Type.Record(Type.String(), Type.Unknown()),
  notes: Type.Array(Note),
  /** How often each thing was said about rows. */
  problems: Type.Array(Type.Object({ code: Type.String(), refused: Type.Boolean(), n: Type.Integer() })),
  failure: Nullable(Type.String()),
  /** How often the server ended in the middle; each time the import began anew. */
  timesInterrupted: Type.Integer(),
  seconds: Nullable(Type.Number()),
  peakBytes: Nullable(Type.Integer()),
  sizeBytes: Type.Integer(),
  version: Version,
})
export type Import = Type.Static<typeof Import>

export const ImportChange = Closed({ mapping: Type.Optional(Mapping), options: Type.Optional(Options) })
export type ImportChange = Type.Static<typeof ImportChange>

export const UploadQuery = Closed({ kind: ImportKindKey })
export const ImportFilter = Closed({
  ...pageQuery,
  kind: Type.Optional(ImportKindKey),
  status: Type.Optional(ImportStatus),
})

export const StoredProblem = Type.Object({
  row: Type.Integer(),
  ordinal: Type.Integer(),
  column: Type.String(),
  code: Type.Enum(Object.keys(rowProblems) as RowProblemCode[]),
  refused: Type.Boolean(),
  value: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
})
export type StoredProblem = Type.Static<typeof StoredProblem>

export const ProblemFilter = Closed({
  ...pageQuery,
  code: Type.Optional(Type.String({ maxLength: 60 })),
  refused: Type.Optional(Type.Boolean()),
})

export const ImportField = Type.Object({
  key: Type.String(),
  label: Type.Object({ en: Type.String(), es: Type.String() }),
  required: Type.Boolean(),
  part: Type.Enum(['record', 'figures']),
})
export type ImportField = Type.Static<typeof ImportField>

/** What is known while an import runs. `ended` is the last event. */
export const ImportProgress = Type.Object({
  status: ImportStatus,
  phase: Type.Enum(['waiting', 'reading', 'writing']),
  rowsRead: Type.Integer(),
  rowsRefused: Type.Integer(),
  share: Type.Number(),
  rowsPerSecond: Type.Integer(),
  secondsLeft: Nullable(Type.Integer()),
  ended: Type.Boolean(),
})
export type ImportProgress = Type.Static<typeof ImportProgress>

export const reviewKinds = ['site_school', 'organization_duplicate'] as const
export const reviewStatuses = ['open', 'accepted', 'rejected'] as const

const Reason = Type.String()
/** What a question is about: a site of a file, or an organisation that may be here already. */
export const ReviewSubject = Type.Object({
  name: Type.String(),
  area: Type.Optional(Type.String()),
  address: Type.Optional(Type.String()),
  city: Type.Optional(Type.String()),
  postalCode: Type.Optional(Type.String()),
  latitude: Type.Optional(Type.Number()),
  longitude: Type.Optional(Type.Number()),
  organizationId: Type.Optional(Id),
  reasons: Type.Optional(Type.Array(Reason)),
})
export const ReviewCandidate = Type.Object({
  /** The school or organisation it may be. */
  id: Id,
  name: Type.String(),
  code: Nullable(Type.String()),
  area: Nullable(Type.String()),
  address: Nullable(Type.String()),
  grades: Type.Array(Type.String()),
  confidence: Type.Number(),
  reasons: Type.Array(Reason),
})
export type ReviewCandidate = Type.Static<typeof ReviewCandidate>

export const ReviewItem = Type.Object({
  id: Id,
  kind: Type.Enum([...reviewKinds]),
  subject: ReviewSubject,
  candidates: Type.Array(ReviewCandidate),
  confidence: Type.Number(),
  status: Type.Enum([...reviewStatuses]),
  /** The organisations whose programmes wait for the answer. */
  organizations: Type.Array(Reference),
  decision: Nullable(Type.Object({ id: Nullable(Id), name: Nullable(Type.String()) })),
  decidedByName: Type.String(),
  decidedAt: Nullable(Instant),
  createdAt: Instant,
  version: Version,
})
export type ReviewItem = Type.Static<typeof ReviewItem>

export const ReviewFilter = Closed({
  ...pageQuery,
  status: Type.Optional(Type.Enum([...reviewStatuses])),
  kind: Type.Optional(Type.Enum([...reviewKinds])),
  importId: Type.Optional(Id),
  minConfidence: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
})

/** `choice` is the school or organisation it is; one of the candidates or any other. */
export const Acceptance = Closed({ choice: Id })
export const BulkAcceptance = Closed({
  kind: Type.Enum([...reviewKinds]),
  minConfidence: Type.Number({ minimum: 0.5, maximum: 1 }),
})
export const BulkAccepted = Type.Object({ accepted: Type.Integer() })
