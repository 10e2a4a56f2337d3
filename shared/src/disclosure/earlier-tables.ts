import { metBy } from '../outcomes/raw-cell.ts'
import type { Unit } from '../outcomes/measured-value.ts'
import type { PublishedRow, StoredFigure } from '../outcomes/published-table.ts'
import { ownReason, type PublicCell } from '../outcomes/suppression.ts'
import { viewOf } from './guarded-table.ts'

/** The same metric and period as an earlier release shows it, with what it was made from. */
export type EarlierTable = {
  readonly threshold: number
  readonly figures: readonly StoredFigure[]
  readonly rows: readonly PublishedRow[]
}

/**
 * What earlier releases mean for a table: how an attacker reads them beside it, which of its cells are in print already,
 * which were hidden for others and stay hidden, and which of those in print would be withheld today. A cell that was corrected since is another number and not in print.
 */
export const readEarlier = (
  figures: readonly StoredFigure[],
  { unit, threshold }: { readonly unit: Unit; readonly threshold: number },
  earlier: readonly EarlierTable[],
) => {
  const now = new Map(viewOf(figures, { unit, threshold }, []).cells.map(({ raw }) => [raw.key, raw]))
  const views = earlier.map((table) =>
    viewOf(table.figures, { unit, threshold: table.threshold }, table.rows),
  )
  const unchanged = views.flatMap(({ cells }) =>
    cells.filter(({ raw }) => {
      const current = now.get(raw.key)
      return current?.n === raw.n && current.value === raw.value && metBy(current) === metBy(raw)
    }),
  )
  const keysOf = (which: (seen: PublicCell | null) => boolean) =>
    new Set(unchanged.flatMap(({ raw, seen }) => (which(seen) ? [raw.key] : [])))
  const inPrint = keysOf((seen) => seen?.value != null)
  const hiddenForOthers = keysOf((seen) => seen?.suppressed === true && seen.reason === 'complementary')
  // Those hidden for others before do the same service again, and cost nothing more.
  const alsoHide = new Set([...hiddenForOthers].filter((key) => !inPrint.has(key)))
  const tooLate = [...inPrint].filter((key) => ownReason(now.get(key)!, threshold) !== null)
  return { views, inPrint, alsoHide, tooLate }
}
