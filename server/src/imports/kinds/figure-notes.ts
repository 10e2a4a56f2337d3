import type { FigurePlan } from '@common-table/shared/imports/kinds/figure-plan'
import type { Figure } from '@common-table/shared/imports/kinds/read-figures'
import type { Note } from '../run/outcome.ts'

/** What happened to whole columns: fractions put on the scale 0 to 100, columns that hold both scales. */
export const figureNotes = (plans: readonly FigurePlan[], header: readonly string[]): Note[] =>
  plans.flatMap(({ unit, scale, value }) => {
    if (unit !== 'percent' || value === undefined || scale === 'percent') return []
    const code = { fraction: 'read_as_fractions', mixed: 'mixed_scales', uncertain: 'scale_uncertain' }[scale]
    return [{ code, params: { column: header[value] ?? '' } }]
  })

/** Counts the figures that are no plain number: what the source withheld, lacked or capped. */
export const statusTally = () => {
  const seen = { suppressed: 0, missing: 0, bounds: 0 }
  return {
    count: ({ status }: Figure): void => {
      if (status === 'suppressed') seen.suppressed++
      else if (status === 'missing') seen.missing++
      else if (status !== 'reported') seen.bounds++
    },
    notes: (): Note[] =>
      Object.entries(seen).flatMap(([key, n]) => (n > 0 ? [{ code: `figures_${key}`, params: { n } }] : [])),
  }
}
