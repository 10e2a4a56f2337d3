import { protectedWidth } from '../outcomes/complementary.ts'
import {
  printedTable,
  publishedTable,
  type PublishedRow,
  type ScreeningRules,
  type StoredFigure,
} from '../outcomes/published-table.ts'
import { withheld } from '../outcomes/suppression.ts'
import { attackModel, type Attacker, type Inferred, type View } from './attack-model.ts'

export type Guarded = {
  readonly rows: PublishedRow[]
  /** Cells the attack had withheld beyond the rules, by key. */
  readonly added: ReadonlySet<string>
  /** Secrets that nothing left in this table can save. */
  readonly open: readonly Inferred[]
  /** How many numbers the time did not suffice for. */
  readonly unproved: number
}

/** Whether a secret comes out closer than the protection interval. */
export const isTight = ({ range, secret, proved }: Inferred, threshold: number): boolean =>
  secret && proved && range.high - range.low + 1 < protectedWidth(threshold)

/** A table as the attack reads it. */
export const viewOf = (
  figures: readonly StoredFigure[],
  { unit, threshold }: ScreeningRules,
  rows: readonly PublishedRow[],
) => ({ threshold, ...printedTable(figures, unit, rows) })

/** A table that cannot be saved shows nothing at all. */
const sealed = (rows: readonly PublishedRow[]): PublishedRow[] =>
  rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(Object.keys(row.cells).map((group) => [group, withheld('complementary')])),
  }))
export const safeRows = ({ rows, open }: Guarded): PublishedRow[] => (open.length > 0 ? sealed(rows) : rows)

type Printed = ReturnType<typeof viewOf>

const complementaryIn = ({ cells }: Printed): ReadonlySet<string> =>
  new Set(
    cells.flatMap(({ raw, seen }) => (seen?.suppressed && seen.reason === 'complementary' ? [raw.key] : [])),
  )

const sumsIn = ({ partitions }: Printed) =>
  partitions.map(({ members, total }) => [...members, ...(typeof total === 'string' ? [total] : [])])
/** In a sum of the whole district one cell more or less saves nobody but itself. */
const longSum = 30
const isShort = (sum: readonly string[]) => sum.length <= longSum
const near = (sums: readonly string[][], given: ReadonlySet<string>, key: string) =>
  sums.some((sum) => isShort(sum) && sum.includes(key) && sum.some((at) => given.has(at)))

/**
 * Which cell is given up next for one that is found: the smallest shown in its sums, those of its own school before those
 * of the whole district, else beside them, else a label.
 */
const giveUpFor = (
  key: string,
  { cells, places }: Printed,
  sums: readonly string[][],
  taken: ReadonlySet<string>,
  inPrint: ReadonlySet<string>,
): string | undefined => {
  const around = sums.filter((sum) => sum.includes(key))
  const beside = sums.filter((sum) => around.some((near) => near.some((other) => sum.includes(other))))
  const byKey = new Map(cells.map((cell) => [cell.raw.key, cell]))
  const firstOf = (near: readonly string[][], wanted: (at: string) => boolean) =>
    near
      .flat()
      .filter((at) => places.has(at) && !taken.has(at) && !inPrint.has(at) && wanted(at))
      .sort((a, b) => {
        const size = (at: string) => byKey.get(at)?.raw.n || Infinity
        return size(a) === size(b) ? (a < b ? -1 : 1) : size(a) - size(b)
      })[0]
  const shown = (at: string) => byKey.get(at)?.seen?.value != null && byKey.get(at)?.raw.n != null
  const labelled = (at: string) => {
    const seen = byKey.get(at)?.seen
    return seen?.suppressed === true && seen.bound !== null && seen.reason !== 'source'
  }
  const short = (list: readonly string[][]) => list.filter(isShort)
  return (
    firstOf(short(around), shown) ??
    firstOf(around, shown) ??
    firstOf(beside, shown) ??
    firstOf(around, labelled)
  )
}

/**
 * A published table that has stood the attack: what the rules let through is attacked with everything else that is in
 * print, and as long as a secret comes out closer than the protection interval one more cell is given up for it. The
 * rules alone look at one sum after the other; only all sums solved together show what a combination of them tells.
 */
export const guardedTable = async (
  figures: readonly StoredFigure[],
  rules: ScreeningRules,
  { attack, before = [], seconds }: { attack: Attacker; before?: readonly View[]; seconds: number },
): Promise<Guarded> => {
  const { threshold, inPrint = new Set<string>(), alsoHide = new Set<string>() } = rules
  const limits = { width: protectedWidth(threshold), everything: false, exactBelow: 0, seconds }
  const added = new Set<string>()
  let hidden: ReadonlySet<string> = new Set()
  let [asked, unproved]: [ReadonlySet<string> | undefined, number] = [undefined, 0]
  for (;;) {
    // What was hidden for others stays hidden: with every round the attacker only loses, so what is safe stays safe.
    const rows = publishedTable(figures, { ...rules, alsoHide: new Set([...alsoHide, ...hidden, ...added]) })
    const view = viewOf(figures, rules, rows)
    const hiddenNow = complementaryIn(view)
    const only = asked && new Set([...asked, ...[...hiddenNow].filter((key) => !hidden.has(key))])
    const inferred = await attack(attackModel([view, ...before], threshold, only), limits)
    unproved += inferred.filter(({ proved }) => !proved).length
    const open = inferred.filter((found) => isTight(found, threshold))
    const sums = sumsIn(view)
    const given = new Set<string>()
    for (const { key } of open) {
      const next = giveUpFor(key, view, sums, new Set([...added, ...given]), inPrint)
      // One at a time where they lie close together: what is given up for one often saves the next.
      if (next !== undefined && (given.size === 0 || !near(sums, given, key))) given.add(next)
    }
    if (given.size === 0) return { rows, added, open, unproved }
    for (const key of given) added.add(key)
    hidden = hiddenNow
    asked = new Set(open.map(({ key }) => key))
  }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 2
