import * as Type from 'typebox'
import { Closed, Id, Instant, Line, Nullable, Prose, Reference, Version } from '../contract/fields.ts'
import { Method, MetricHead, PeriodHead } from '../outcomes/schemas.ts'
import { PublicCellSchema } from '../outcomes/suppression.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { releaseStates } from './vocabulary.ts'

/**
 * What the check of a release came upon. `given_up`: withheld beyond the rules, so that nothing in print leads to a hidden
 * number. `overlap`: the same, because of what an earlier release shows. `in_print`: too small to show today, and shown
 * already by an earlier release. `pinned`: an attacker comes too close and nothing is left to give up; `unproved`: the time
 * did not suffice to show that none does. Either refuses the release.
 */
export const findingKinds = ['given_up', 'overlap', 'in_print', 'pinned', 'unproved'] as const

export const ReleaseFinding = Type.Object({
  kind: Type.Enum([...findingKinds]),
  metric: Reference,
  period: Reference,
  /** Null: the whole district. */
  school: Nullable(Reference),
  /** A student group's code; null for everyone without the one group that is reported. */
  group: Nullable(Type.String()),
})
export type ReleaseFinding = Type.Static<typeof ReleaseFinding>

export const ReleaseTable = Type.Object({
  metric: Reference,
  period: Reference,
  schoolYear: Type.String(),
  shown: Type.Integer(),
  withheld: Type.Integer(),
  givenUp: Type.Integer(),
})
export type ReleaseTable = Type.Static<typeof ReleaseTable>

const head = {
  id: Id,
  title: Type.String(),
  note: Type.String(),
  status: Type.Enum(codesOf(releaseStates)),
  /** From which size on groups are shown, and by which version of the rules. */
  threshold: Type.Integer(),
  rules: Type.Integer(),
  madeBy: Type.String(),
  createdAt: Instant,
  checkedAt: Nullable(Instant),
  publishedAt: Nullable(Instant),
  publishedBy: Nullable(Type.String()),
  withdrawnAt: Nullable(Instant),
  withdrawnBy: Nullable(Type.String()),
  withdrawnBecause: Nullable(Type.String()),
  version: Version,
}
export const ReleaseHead = Type.Object({ ...head, tables: Type.Integer() })
export type ReleaseHead = Type.Static<typeof ReleaseHead>
export const ReleaseList = Type.Object({ items: Type.Array(ReleaseHead) })

export const Release = Type.Object({
  ...head,
  tables: Type.Array(ReleaseTable),
  findings: Type.Array(ReleaseFinding),
  /** Earlier releases of the same metrics and periods, with which this one was compared. */
  comparedWith: Type.Array(Type.Object({ id: Id, title: Type.String(), publishedAt: Instant })),
})
export type Release = Type.Static<typeof Release>

export const NewRelease = Closed({
  title: Line(140),
  note: Type.Optional(Prose(1000)),
  /** Which metrics of which periods; each is frozen for all schools and groups. */
  tables: Type.Array(Closed({ metricId: Id, periodId: Id }), { minItems: 1, maxItems: 100 }),
})
export type NewRelease = Type.Static<typeof NewRelease>

export const Withdrawal = Closed({ because: Line(500) })

export const ReleasableTables = Type.Object({
  items: Type.Array(Type.Object({ metric: MetricHead, period: PeriodHead, figures: Type.Integer() })),
})

/** One period of a metric as the latest release of it shows it. */
const ReleasedPeriod = Type.Intersect([
  PeriodHead,
  Type.Object({
    release: Type.Object({ id: Id, title: Type.String(), publishedAt: Instant, threshold: Type.Integer() }),
    method: Method,
    /** The district's figures by student group; `all` is everyone. */
    cells: Type.Record(Type.String(), PublicCellSchema),
  }),
])
export const ReleasedMetric = Type.Object({ metric: MetricHead, periods: Type.Array(ReleasedPeriod) })
export type ReleasedMetric = Type.Static<typeof ReleasedMetric>
export const ReleasedMetrics = Type.Object({ items: Type.Array(ReleasedMetric) })

export const ReleasedSchool = Type.Object({
  /** Null: the district. */
  school: Nullable(Reference),
  method: Method,
  cells: Type.Record(Type.String(), PublicCellSchema),
})
export type ReleasedSchool = Type.Static<typeof ReleasedSchool>
export const ReleasedTable = Type.Object({ items: Type.Array(ReleasedSchool) })
export const ReleasedTableQuery = Closed({ metricId: Id, periodId: Id })
