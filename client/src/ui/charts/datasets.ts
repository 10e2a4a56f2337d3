import type { ChartDataset, ScatterDataPoint } from 'chart.js'
import { filling } from './fillings.ts'
import type { Palette } from './palette.ts'
import { marks, type ChartContent, type Series } from './series.ts'

export type Mixed = ChartDataset<'line' | 'bar' | 'scatter', (number | null | ScatterDataPoint)[]>

const valueOf = (point: Series['points'][number] | undefined): number | null =>
  typeof point === 'number' ? point : null

const one = (content: ChartContent, at: number, palette: Palette): Mixed => {
  const { name, points } = content.series[at]! // called for existing series only
  const { dash, point, fill } = marks[at % marks.length]! // a remainder is inside the list
  const colour = palette.series[at % marks.length]! // as many colours as marks
  if (content.kind === 'bar')
    return {
      type: 'bar',
      label: name,
      data: points.map(valueOf),
      backgroundColor: filling(fill, colour, palette.surface),
      borderColor: colour,
      borderWidth: fill === 'plain' ? 0 : 1.5,
      pointStyle: 'rect',
      maxBarThickness: 40,
      // White between neighbors, so that none of them needs to differ from the next by colour.
      barPercentage: 0.86,
    }
  const shared = {
    label: name,
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: 2,
    pointStyle: point,
  }
  const { across } = content
  if (content.kind === 'scatter' && across)
    return {
      ...shared,
      type: 'scatter',
      data: points.map((value, place) => ({
        x: across.at[place] ?? NaN,
        y: valueOf(value) ?? NaN,
      })),
      backgroundColor: `${colour}b0`,
      borderWidth: 1,
      pointRadius: content.labels.length > 400 ? 3 : 4.5,
      pointHoverRadius: 8,
    }
  return {
    ...shared,
    type: 'line',
    data: points.map(valueOf),
    borderDash: [...dash],
    pointRadius: 4,
    pointHoverRadius: 6,
    spanGaps: false,
  }
}

/** Stands in the legend and in the tooltip; the line itself goes from edge to edge (guides.ts). */
const targetLine = ({ target, labels, kind }: ChartContent, palette: Palette): Mixed[] =>
  target && kind !== 'scatter'
    ? [
        {
          type: 'line',
          label: target.label,
          data: labels.map(() => target.value),
          borderColor: palette.muted,
          backgroundColor: palette.muted,
          borderDash: [3, 3],
          borderWidth: 2,
          showLine: false,
          pointRadius: 0,
          pointStyle: 'line',
          pointHitRadius: 0,
        },
      ]
    : []

/** How many datasets stand before those of the series. */
export const before = ({ target, kind }: ChartContent): number => (target && kind !== 'scatter' ? 1 : 0)

export const datasetsOf = (content: ChartContent, palette: Palette): Mixed[] => [
  ...targetLine(content, palette),
  ...content.series.map((_, at) => one(content, at, palette)),
]
