import { protectedWidth } from '../outcomes/complementary.ts'
import type { PublishedRow, StoredFigure } from '../outcomes/published-table.ts'
import type { PublicCell } from '../outcomes/suppression.ts'
import type { Unit } from '../outcomes/measured-value.ts'
import { attackModel, type Attacker, type Inferred } from './attack-model.ts'
import { readEarlier, type EarlierTable } from './earlier-tables.ts'
import { isTight, viewOf } from './guarded-table.ts'
import type { InferredRange } from './schemas.ts'

export type InferenceOf = {
  readonly school: string | null
  readonly group: string
  readonly cell: PublicCell
  readonly people: InferredRange | null
  readonly met: InferredRange | null
}

/** Parts of a table with up to this many unknowns are told to the last number. */
const exactBelow = 400

/**
 * What everything shown says of every withheld figure: the audit of a published table. A secret that is known only to be
 * wide enough counts as kept, one the time did not suffice for as not.
 */
export const inference = async (
  table: {
    readonly figures: readonly StoredFigure[]
    readonly rows: readonly PublishedRow[]
    readonly unit: Unit
    readonly threshold: number
    readonly earlier: readonly EarlierTable[]
  },
  attack: Attacker,
  seconds: number,
) => {
  const { figures, rows, unit, threshold, earlier } = table
  const view = viewOf(figures, { unit, threshold }, rows)
  const { views } = readEarlier(figures, { unit, threshold }, earlier)
  const limits = { width: protectedWidth(threshold), everything: true, exactBelow, seconds }
  const inferred = await attack(attackModel([view, ...views], threshold), limits)
  const found = new Map(inferred.map((one) => [`${one.side} ${one.key}`, one]))
  const said = (one: Inferred | undefined): InferredRange | null =>
    one === undefined
      ? null
      : {
          low: one.range.low,
          high: Number.isFinite(one.range.high) ? one.range.high : null,
          exact: one.exact,
          kept: one.secret ? one.proved && !isTight(one, threshold) : null,
        }
  const cells = view.cells.flatMap(({ raw, seen }): InferenceOf[] => {
    const place = view.places.get(raw.key)
    if (!place || !seen?.suppressed) return []
    const [people, met] = [said(found.get(`people ${raw.key}`)), said(found.get(`met ${raw.key}`))]
    return [{ ...place, cell: seen, people, met }]
  })
  return {
    cells,
    shown: view.cells.filter(({ seen }) => seen?.value != null).length,
    close: new Set(inferred.filter((one) => isTight(one, threshold)).map(({ key }) => key)).size,
    unproved: inferred.filter(({ proved, secret }) => secret && !proved).length,
  }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
