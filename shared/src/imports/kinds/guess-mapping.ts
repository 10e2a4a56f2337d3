import { guessColumns, type ColumnGuess, type RememberedMapping } from '../columns.ts'
import type { ImportKind, KnownMetric } from './kind.ts'
import { figureKinds, longFields } from './measurements.ts'

/**
 * Guesses what the columns of a file mean for a kind of import. A file of figures is long when a column names the metric;
 * then no column is a metric's own, else none is a bare value.
 */
export const guessMapping = (
  kind: ImportKind,
  metrics: readonly KnownMetric[],
  header: readonly string[],
  rows: readonly (readonly string[])[],
  remembered: RememberedMapping = {},
): ColumnGuess[] => {
  const fields = kind.fieldsFor(metrics)
  if (!figureKinds.includes(kind.key)) return guessColumns(header, rows, fields, remembered)
  const known = new Set(Object.values(remembered))
  const records = guessColumns(
    header,
    rows,
    fields.filter(({ part }) => part === 'record'),
    remembered,
  )
  const metric = records.find(({ field }) => field === 'metric')
  // Without a column of periods every row is about a year: what is measured by quarter is not in such a file.
  const yearly = !records.some(({ field }) => field === 'period')
  const offered = yearly ? kind.fieldsFor(metrics.filter(({ period }) => period === 'year')) : fields
  const long = metric !== undefined && (metric.confidence >= 0.8 || known.has('metric'))
  const wanted = offered.filter(({ key, part }) => (long ? part === 'record' : !longFields.includes(key)))
  return guessColumns(header, rows, wanted, remembered)
}
