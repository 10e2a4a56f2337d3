import * as Type from 'typebox'
import { boundInWords, readRate, readUnsizedRate, type Bound } from './bands.ts'
import { protect } from './complementary.ts'
import { layersOf, type OwnReason } from './layers.ts'
import { metBy, type Partition, type RawCell } from './raw-cell.ts'

/** Federal law fixes no number; most states use ten. A district may raise it, and lower it no further than the floor. */
export const DEFAULT_THRESHOLD = 10
export const THRESHOLD_FLOOR = 5
export const thresholdFrom = (setting: number | null | undefined): number =>
  Math.max(THRESHOLD_FLOOR, Math.ceil(setting ?? DEFAULT_THRESHOLD))

const reasons = ['small_n', 'complementary', 'extreme', 'source'] as const
export type WithheldReason = (typeof reasons)[number]

declare const screened: unique symbol
type Screened = { readonly [screened]: true }
/**
 * A figure as others may see it. The mark cannot be written by hand: only the rules of this file make one, so a raw
 * number does not compile into a response. `value` is null both for a withheld figure and for one the source lacks.
 */
export type PublicCell = Screened &
  (
    | { readonly value: number; readonly n: number | null; readonly suppressed: false }
    | { readonly value: null; readonly n: null; readonly suppressed: false }
    | WithheldCell
  )
export type WithheldCell = {
  readonly value: null
  readonly n: null
  readonly suppressed: true
  readonly reason: WithheldReason
  readonly label: string
  readonly bound: Bound | null
}

const bound = Type.Object({
  kind: Type.Union([Type.Literal('below'), Type.Literal('above')]),
  value: Type.Number(),
  unit: Type.Union([Type.Literal('percent'), Type.Literal('people'), Type.Literal('points')]),
  inclusive: Type.Optional(Type.Boolean()),
})
const size = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()])
/** The response schema of a figure. It carries the type above, so a handler cannot answer with a bare number. */
export const PublicCellSchema = Type.Unsafe<PublicCell>(
  Type.Union([
    Type.Object({
      value: Type.Union([Type.Number(), Type.Null()]),
      n: size,
      suppressed: Type.Literal(false),
    }),
    Type.Object({
      value: Type.Null(),
      n: Type.Null(),
      suppressed: Type.Literal(true),
      reason: Type.Union(reasons.map((reason) => Type.Literal(reason))),
      label: Type.String(),
      bound: Type.Union([bound, Type.Null()]),
    }),
  ]),
)

type Shape =
  | { value: number; n: number | null; suppressed: false }
  | { value: null; n: null; suppressed: false }
  | WithheldCell
// The one place where a figure receives the mark: everything in this file has been through the rules first.
const screen = (shape: Shape) => shape as PublicCell

/** A figure that is not shown. Anyone may withhold; only the rules below may show. */
export const withheld = (reason: WithheldReason, limit: Bound | null = null): PublicCell => {
  const label = limit ? boundInWords(limit) : reason === 'source' ? 'withheld by the source' : 'withheld'
  return screen({ value: null, n: null, suppressed: true, reason, label, bound: limit })
}
const under = (threshold: number): Bound => ({ kind: 'below', value: threshold, unit: 'people' })
const absent = screen({ value: null, n: null, suppressed: false })

/** Steps 1 and 2: why a cell's own figures forbid showing it, or null when they do not. */
export const ownReason = (cell: RawCell, threshold: number): OwnReason | null => {
  const { measure, value, n, printed } = cell
  if (printed !== undefined || value === null || n === 0) return null
  if (n !== null && n < threshold) return { reason: 'small_n' }
  if (measure !== 'rate') return null
  const reading = n === null ? readUnsizedRate(value) : readRate(metBy(cell) ?? 0, n, threshold)
  if (reading.kind === 'band') return { reason: 'extreme', bound: reading.bound }
  return reading.kind === 'hide' ? { reason: 'small_n' } : null
}

/** What is decided outside the table: by an attack on it, or by what was published before. */
export type Beyond = {
  /** Withheld as well; a cell that is withheld anyway loses its label. */
  readonly alsoHide?: ReadonlySet<string>
  /** In print already, so that withholding it protects nobody. */
  readonly inPrint?: ReadonlySet<string>
}
const nowhere: ReadonlySet<string> = new Set()

/**
 * Every figure of a table as the public may see it: small groups withheld, telling rates banded, and as many more cells
 * withheld as it takes that none of those can be worked out from the rest. A withheld figure shows neither its value nor
 * its `n`. `unprotected` names figures that no further withholding inside this table can save, because a total known from
 * elsewhere gives them away: such a table is not published.
 * Source: small-cell policy after FERPA guidance and state conventions; the district's settings name the threshold.
 */
export const suppressCells = (
  table: readonly RawCell[],
  partitions: readonly Partition[],
  threshold: number,
  { alsoHide = nowhere, inPrint = nowhere }: Beyond = {},
): { cells: Map<string, PublicCell>; unprotected: string[] } => {
  // Sorted, so that the answer never depends on the order in which a reader happened to ask.
  const cells = table.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const own = new Map(
    cells.flatMap((cell, at) => {
      const reason = ownReason(cell, threshold)
      return reason ? [[at, reason] as const] : []
    }),
  )
  const concealed = cells.flatMap(({ printed }, at) => (printed && printed !== 'missing' ? [at] : []))
  const totals = new Set(partitions.map(({ total }) => total))
  const placesIn = (keys: ReadonlySet<string>) =>
    new Set(keys.size === 0 ? [] : cells.flatMap(({ key }, at) => (keys.has(key) ? [at] : [])))
  const [asked, known] = [placesIn(alsoHide), placesIn(inPrint)]
  const size = ({ n }: RawCell) => n || Infinity
  const order = [...cells.keys()]
    .filter((at) => cells[at]?.n !== null && cells[at]?.printed === undefined && !known.has(at))
    .sort((a, b) => {
      const [one, other] = [cells[a]!, cells[b]!]
      if (size(one) !== size(other)) return size(one) < size(other) ? -1 : 1
      return Number(totals.has(one.key)) - Number(totals.has(other.key)) || (one.key < other.key ? -1 : 1)
    })
  const layers = layersOf(cells, partitions, own, threshold)
  const { hidden, unlabelled, unprotected } = protect(
    new Set([...own.keys(), ...concealed, ...asked].filter((at) => !known.has(at))),
    layers,
    threshold,
    order,
    new Set([...asked].filter((at) => own.has(at))),
  )

  const seen = (cell: RawCell, at: number): PublicCell => {
    const { value, n, printed } = cell
    const reason = own.get(at)
    if (printed === 'missing') return absent
    if (printed !== undefined) return withheld('source', printed === 'suppressed' ? null : printed)
    if (unlabelled.has(at)) return withheld('complementary')
    if (reason?.reason === 'extreme') return withheld('extreme', reason.bound)
    if (reason) return withheld('small_n', (n ?? 0) < threshold ? under(threshold) : null)
    if (hidden.has(at)) return withheld('complementary')
    return value === null ? absent : screen({ value, n, suppressed: false })
  }
  return {
    cells: new Map(cells.map((cell, at) => [cell.key, seen(cell, at)])),
    unprotected: [...unprotected].map((at) => cells[at]!.key).sort(),
  }
}

/** A figure for the data steward's eyes only: the caller answers for the role and records the read. */
export const rawCell = ({ value, n, printed }: RawCell): PublicCell =>
  printed === undefined && value !== null
    ? screen({ value, n, suppressed: false })
    : printed === undefined || printed === 'missing'
      ? absent
      : withheld('source', printed === 'suppressed' ? null : printed)

/**
 * Raised whenever a change of the rules of suppression could show or withhold another cell. A release keeps the version it
 * was made by; what explains a figure says it.
 */
export const RULE_VERSION = 3
