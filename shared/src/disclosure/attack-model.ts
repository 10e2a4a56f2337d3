import type { Range } from '../outcomes/disclosure.ts'
import { metBy, type Partition, type RawCell } from '../outcomes/raw-cell.ts'
import { ownReason, type PublicCell } from '../outcomes/suppression.ts'
import { anything, both, bothKnown, knownFromLabel, type Known, type Truth } from './label-knowledge.ts'

/** One table somebody has published: the record behind it, what of each cell is printed, and the sums it stands by. */
export type View = {
  readonly threshold: number
  readonly cells: readonly ViewedCell[]
  readonly partitions: readonly Partition[]
}
/** `seen` null: a cell that is nobody's row, such as everyone without the one group that is reported. */
export type ViewedCell = { readonly raw: RawCell; readonly seen: PublicCell | null }

/** What is asked of a hidden cell: how many people, how many of them meet the measure, how many do not. */
export type Side = 'people' | 'met' | 'unmet'
export type Question = {
  readonly key: string
  readonly side: Side
  /** Whether nobody may get close to the answer: what a cell is withheld for, and how large any withheld group is. */
  readonly secret: boolean
  readonly terms: readonly Term[]
}
/** What an unknown may be by its own label, and what it is: the attacker has the range, whoever proves a range wide has both. */
export type Column = Range & { readonly at: number }
export type Term = { readonly column: number; readonly factor: number }
export type Row = { readonly terms: readonly Term[]; readonly low: number; readonly high: number }

/** Linear programmes that share no unknown; whoever solves them knows all that the published tables give away. */
export type AttackModel = {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly questions: readonly Question[]
}

/** What the attacker can infer of one hidden number, both ends possible. */
export type Inferred = Pick<Question, 'key' | 'side' | 'secret'> & {
  readonly range: Range
  /** False: at least this wide, and the search ended there. */
  readonly exact: boolean
  /** False: the time was up before it was known to be wide enough. */
  readonly proved: boolean
}

export type AttackLimits = {
  /** The protection interval: how many values a secret keeps at least. */
  readonly width: number
  /** Ask for what is no secret as well: what withheld large groups meet. */
  readonly everything: boolean
  /** Parts of up to this many unknowns get every range to the end; in larger ones a search ends once a range is wide enough. */
  readonly exactBelow: number
  readonly seconds: number
}
/** Whoever solves the programmes; the rules know no solver. */
export type Attacker = (model: AttackModel, limits: AttackLimits) => Promise<Inferred[]>

type Unknown = {
  readonly key: string
  readonly raw: RawCell
  readonly truth: Truth | null
  known: Known
  fixed: boolean
  printed: boolean
}

const truthOf = (raw: RawCell): Truth | null =>
  raw.n === null || raw.printed !== undefined ? null : { people: raw.n, met: metBy(raw) }
const concealed = ({ printed }: RawCell) => printed !== undefined && printed !== 'missing'
// The same record is the same unknown in every view; a corrected one is another.
const identity = (raw: RawCell) => {
  const truth = truthOf(raw)
  return truth ? `${raw.key} ${truth.people} ${truth.met}` : raw.key
}

const unknownsOf = (views: readonly View[]): Map<string, Unknown> => {
  const unknowns = new Map<string, Unknown>()
  for (const { cells, threshold } of views)
    for (const { raw, seen } of cells) {
      const truth = truthOf(raw)
      if (!truth && !concealed(raw)) continue
      const fixed = truth !== null && (seen !== null ? !seen.suppressed : truth.people === 0)
      const known = knownFromLabel(seen, truth, threshold)
      const before = unknowns.get(identity(raw))
      if (!before) {
        unknowns.set(identity(raw), { key: raw.key, raw, truth, known, fixed, printed: seen !== null })
        continue
      }
      before.known = bothKnown(before.known, known)
      before.fixed ||= fixed
      before.printed ||= seen !== null
    }
  return unknowns
}

/** The sums of a view over the cells that carry a figure: plus the members, minus the total. */
const sumsOf = ({ cells, partitions }: View): { readonly id: string; readonly factor: number }[][] => {
  const byKey = new Map(cells.flatMap(({ raw }) => (truthOf(raw) ? [[raw.key, raw] as const] : [])))
  return partitions.flatMap(({ members, total }) => {
    const whole = typeof total === 'string' ? byKey.get(total) : undefined
    if (typeof total === 'string' && !whole) return []
    const parts = members.flatMap((key) => byKey.get(key) ?? [])
    return [
      [
        ...parts.map((raw) => ({ id: identity(raw), factor: 1 })),
        ...(whole ? [{ id: identity(whole), factor: -1 }] : []),
      ],
    ]
  })
}

/**
 * Everything that is shown, as one attacker reads it who has every release, the labels and the rules at hand. People and
 * those who meet the measure are unknowns of their own, tied to each other. `only` asks about some cells and no others.
 * Source: Fischetti and Salazar, the attacker's problem of complementary cell suppression (2001); domain 3.9.
 */
export const attackModel = (
  views: readonly View[],
  threshold: number,
  only?: ReadonlySet<string>,
): AttackModel => {
  const unknowns = unknownsOf(views)
  const rates = views.some(({ cells }) => cells.some(({ raw }) => metBy(raw) !== null))
  const columns: Column[] = []
  const rows: Row[] = []
  const questions: Question[] = []
  const place = new Map<string, { people: number; met: number | null }>()
  for (const [id, { key, raw, truth, known, fixed, printed }] of unknowns) {
    if (fixed || truth === null) continue
    const people = columns.push({ ...known.people, at: truth.people }) - 1
    const met = rates ? columns.push({ ...both(known.met, anything), at: truth.met ?? 0 }) - 1 : null
    place.set(id, { people, met })
    const own = ownReason(raw, threshold)
    const isSmall = own?.reason === 'small_n' && truth.people < threshold
    const sides: [Side, boolean, Term[]][] = [
      ['people', truth.people > 0 && (printed || isSmall), [{ column: people, factor: 1 }]],
    ]
    if (met !== null) {
      const unmet = [
        { column: people, factor: 1 },
        { column: met, factor: -1 },
      ]
      rows.push({ terms: unmet, ...known.unmet })
      const below = own?.reason === 'extreme' && own.bound.kind === 'below'
      const above = own?.reason === 'extreme' && own.bound.kind === 'above'
      sides.push(['met', own !== null && !above, [{ column: met, factor: 1 }]])
      sides.push(['unmet', own !== null && !below, unmet])
    }
    for (const [side, secret, terms] of sides)
      if ((printed || secret) && (!only || only.has(key))) questions.push({ key, side, secret, terms })
  }
  for (const view of views)
    for (const parts of sumsOf(view))
      for (const side of rates ? (['people', 'met'] as const) : (['people'] as const)) {
        const open = parts.flatMap(({ id, factor }) => {
          const column = place.get(id)?.[side]
          return column == null ? [] : [{ column, factor, of: unknowns.get(id)?.truth?.[side] ?? 0 }]
        })
        if (open.length === 0) continue
        // All else in the sum is printed, so the attacker has what the open cells add up to. Where the record's parts miss
        // its total (a source rounds, or leaves groups out) the difference is granted too: what really is stays possible.
        const sum = open.reduce((all, { of, factor }) => all + factor * of, 0)
        rows.push({ terms: open.map(({ column, factor }) => ({ column, factor })), low: sum, high: sum })
      }
  return { columns, rows, questions }
}
