import { isBanded, type ChartContent, type Point, type Series } from './series.ts'

/** What a table says where there is no plain number. */
export interface TableWords {
  withheld: string
  low: (name: string) => string
  high: (name: string) => string
  series: string
}
export interface TableCell {
  words: string
  /** As a spreadsheet takes it. */
  raw: string | number | null
  soft: boolean
}
export interface TableColumn {
  head: string
  numeric: boolean
  cell: (row: number) => TableCell
}

const nothing: TableCell = { words: '–', raw: null, soft: false }
const plain = (words: string): TableCell => ({ words, raw: words, soft: false })

/** How a point is written in a table; a withheld one by its limits where there are any. */
export const cellOf = (
  point: Point | undefined,
  write: ChartContent['write'],
  withheld: string,
): TableCell => {
  if (point === null || point === undefined) return nothing
  if (point === 'withheld') return { words: withheld, raw: withheld, soft: true }
  if (isBanded(point)) return { words: point.words, raw: point.words, soft: true }
  return { words: write(point), raw: point, soft: false }
}

const ends = ({ name, spread }: Series, content: ChartContent, words: TableWords): TableColumn[] =>
  spread
    ? (['low', 'high'] as const).map((end) => ({
        head: words[end](name),
        numeric: true,
        cell: (row) => cellOf(spread[row]?.[end], content.write, ''),
      }))
    : []

/** The columns of a chart beside its labels: the same numbers, for the table under it and for its file. */
export const columnsOf = (content: ChartContent, words: TableWords): TableColumn[] => {
  const { series, across, target, write } = content
  const pointed = ({ name, points, ...rest }: Series): TableColumn[] => [
    { head: name, numeric: true, cell: (row) => cellOf(points[row], write, words.withheld) },
    ...ends({ name, points, ...rest }, content, words),
  ]
  if (across) {
    const own = (row: number) => series.find(({ points }) => points[row] !== null)
    return [
      {
        head: across.name,
        numeric: true,
        cell: (row) => cellOf(across.at[row], across.write, words.withheld),
      },
      {
        head: content.measure ?? '',
        numeric: true,
        cell: (row) => cellOf(own(row)?.points[row], write, words.withheld),
      },
      ...(series.length > 1
        ? [{ head: words.series, numeric: false, cell: (row: number) => plain(own(row)?.name ?? '') }]
        : []),
    ]
  }
  return [
    ...series.flatMap(pointed),
    ...(target
      ? [{ head: target.label, numeric: true, cell: () => cellOf(target.value, write, words.withheld) }]
      : []),
  ]
}

/** The whole table, for a file. */
export const rowsOf = (heading: string, content: ChartContent, words: TableWords) => {
  const columns = columnsOf(content, words)
  return [
    [heading, ...columns.map(({ head }) => head)],
    ...content.labels.map((label, row) => [label, ...columns.map(({ cell }) => cell(row).raw)]),
  ]
}
