import { figureReader, type Figure } from '@common-table/shared/imports/kinds/read-figures'
import { rowProblem, type RowProblem } from '@common-table/shared/imports/problems'
import { foldText } from '@common-table/shared/matching/text'
import type { cellReader, WriterContext } from './row-writer.ts'

/** Reads rows that say in a column which metric they are about. */
export const longFigures = (
  { metrics, header, metricScales }: WriterContext,
  cell: ReturnType<typeof cellReader>,
) => {
  const at = new Map<string, number>()
  for (const [index, { code, name }] of metrics.entries())
    for (const key of [code, code.replaceAll('_', ' '), foldText(name.en), foldText(name.es)])
      if (!at.has(key)) at.set(key, index)
  const readers = metrics.map((metric) =>
    figureReader(
      [
        {
          metric,
          unit: metric.unit,
          value: cell.column('value'),
          numerator: metric.unit === 'percent' ? cell.column('numerator') : undefined,
          denominator: metric.unit === 'count' ? undefined : cell.column('denominator'),
          label: cell.column('label'),
          scale: metricScales[metric.code] ?? 'percent',
          decimals: 'point',
        },
      ],
      header,
    ),
  )
  return {
    read: (cells: readonly string[], row: number, problems: RowProblem[]): Figure[] => {
      const named = cell.of(cells, 'metric')
      const metric = at.get(foldText(named))
      if (metric === undefined) {
        problems.push(
          rowProblem(named === '' ? 'required' : 'unknown_reference', {
            row,
            column: header[cell.column('metric') ?? -1] ?? '',
            value: named,
            params: { what: 'metric' },
          }),
        )
        return []
      }
      return readers[metric]!(cells, row, problems).map((figure) => ({ ...figure, plan: metric }))
    },
  }
}
