import * as Type from 'typebox'
import {
  Closed,
  Day,
  Id,
  Instant,
  Line,
  Nullable,
  Page,
  pageQuery,
  Reference,
  Version,
} from '../contract/fields.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { ReportBody } from './body-schemas.ts'
import { reportKinds, reportStatuses } from './kinds.ts'

const head = {
  id: Id,
  kind: Type.Enum(codesOf(reportKinds)),
  from: Day,
  to: Day,
  /** Whose month it is; null: the whole district's. */
  lead: Nullable(Reference),
  funder: Nullable(Type.String()),
  status: Type.Enum([...reportStatuses]),
  /** From 0 to 1. */
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  createdByName: Type.String(),
  createdAt: Instant,
  readyAt: Nullable(Instant),
  version: Version,
}
export const ReportListed = Type.Object(head)
export type ReportListed = Type.Static<typeof ReportListed>
export const Reports = Page(ReportListed)
export const ReportQuery = Closed({ ...pageQuery, kind: Type.Optional(head.kind) })

const Told = Type.Object({
  id: Id,
  title: Type.String(),
  titleEs: Type.String(),
  summary: Type.String(),
  summaryEs: Type.String(),
  quote: Type.String(),
  quoteEs: Type.String(),
  quoteBy: Type.String(),
  quoteByEs: Type.String(),
  partner: Type.String(),
  school: Nullable(Type.String()),
})
/** A report; `body` is null until it is ready. Of its stories only those are told that everybody may still read. */
export const Report = Type.Object({ ...head, body: Nullable(ReportBody), stories: Type.Array(Told) })
export type Report = Type.Static<typeof Report>

export const NewReport = Closed({
  kind: head.kind,
  /** Any day of the quarter, month or school year it is to be about. */
  day: Day,
  /** A coordinator's month alone: only what this person leads. */
  leadId: Type.Optional(Nullable(Id)),
  /** A report to a funder: the name of the funding, as it stands on the partnerships. */
  funder: Type.Optional(Nullable(Line(140))),
})
export type NewReport = Type.Static<typeof NewReport>

export const ReportProgress = Type.Object({
  status: head.status,
  progress: head.progress,
  ended: Type.Boolean(),
})
export type ReportProgress = Type.Static<typeof ReportProgress>

/** Funders the partnerships name, with how many each pays for. */
export const Funders = Type.Object({
  items: Type.Array(Type.Object({ name: Type.String(), partnerships: Type.Integer() })),
})
