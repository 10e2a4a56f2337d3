import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
  type ChartOptions,
} from 'chart.js'
import { before, datasetsOf } from './datasets.ts'
import { guides } from './guides.ts'
import { labelLines } from './label-lines.ts'
import { themePalette, type Palette } from './palette.ts'
import { isBanded, reachOf, type ChartContent } from './series.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
)
export const family = '"Public Sans Variable", ui-sans-serif, system-ui, sans-serif'
Chart.defaults.font.family = family

/** What a chart that leaves the page is drawn with: a fixed size, sharp on paper. */
export type Still = Pick<ChartOptions, 'responsive' | 'devicePixelRatio'>

const titled = (text: string | undefined, palette: Palette) => ({
  display: text !== undefined,
  text: text ?? '',
  color: palette.text,
  font: { size: 13, weight: 600 },
})

const countsOnly = ({ kind, series }: ChartContent): boolean =>
  kind === 'bar' &&
  series.every(({ points }) => points.every((point) => typeof point !== 'number' || Number.isInteger(point)))

const valueAxis = (content: ChartContent, palette: Palette) => {
  const bars = content.kind === 'bar'
  const reach = reachOf(content)
  return {
    // The length of a bar is its value; a line shows a course, which a distant zero would flatten.
    beginAtZero: bars,
    grace: bars || content.range ? 0 : '15%',
    ...(reach.length > 0 && { suggestedMin: Math.min(...reach), suggestedMax: Math.max(...reach) }),
    ...(content.range && { min: content.range[0], max: content.range[1] }),
    title: titled(content.measure, palette),
    border: { display: false },
    grid: { color: palette.border },
    ticks: {
      color: palette.muted,
      // Nobody is half a school: an axis of counts has no step between two of them.
      ...(countsOnly(content) && { precision: 0 }),
      callback: (value: string | number) => content.write(Number(value)),
    },
  }
}

const labelAxis = ({ kind, across, sideways, labels }: ChartContent, palette: Palette) =>
  across
    ? {
        type: 'linear' as const,
        grace: '5%',
        title: titled(across.name, palette),
        border: { color: palette.border },
        grid: { color: palette.border },
        ticks: { color: palette.muted, callback: (value: string | number) => across.write(Number(value)) },
      }
    : {
        border: { color: palette.border },
        grid: { display: false },
        ticks: {
          color: palette.muted,
          maxRotation: 45,
          autoSkip: kind !== 'bar',
          autoSkipPadding: 12,
          ...(sideways && { callback: (at: string | number) => labelLines(labels[Number(at)] ?? '') }),
        },
      }

const tooltip = (content: ChartContent, palette: Palette) => ({
  backgroundColor: palette.text,
  titleColor: palette.ground,
  bodyColor: palette.ground,
  padding: 10,
  usePointStyle: true,
  callbacks: {
    title: (items: { dataIndex: number }[]) => content.labels[items[0]?.dataIndex ?? 0] ?? '',
    label: (item: {
      datasetIndex: number
      dataIndex: number
      dataset: { label?: string }
      parsed: { x: number | null; y: number | null }
    }) => {
      const { across, write } = content
      const value = content.sideways ? item.parsed.x : item.parsed.y
      if (across && item.parsed.x !== null && value !== null)
        return [`${across.name}: ${across.write(item.parsed.x)}`, `${content.measure ?? ''}: ${write(value)}`]
      const point = content.series[item.datasetIndex - before(content)]?.points[item.dataIndex]
      return `${item.dataset.label}: ${isBanded(point) ? point.words : value === null ? '–' : write(value)}`
    },
  },
})

/** Draws once. Never animated, so it is the same for everybody and ready for print at once. */
export const drawChart = (
  canvas: HTMLCanvasElement,
  content: ChartContent,
  palette: Palette = themePalette(),
  still: Still = { responsive: true },
): Chart => {
  const [values, labels] = content.sideways ? (['x', 'y'] as const) : (['y', 'x'] as const)
  return new Chart(canvas, {
    type: content.kind,
    data: { labels: [...content.labels], datasets: datasetsOf(content, palette) },
    plugins: [guides(content, palette)],
    options: {
      ...still,
      animation: false,
      maintainAspectRatio: false,
      interaction: content.across
        ? { mode: 'nearest', intersect: true }
        : { mode: 'index', intersect: false, axis: labels },
      indexAxis: labels,
      scales: {
        [values]: valueAxis(content, palette),
        [labels]: labelAxis(content, palette),
      } as unknown as NonNullable<ChartOptions['scales']>, // theirs wants every option of one kind named
      plugins: {
        legend: {
          position: 'bottom',
          align: 'start',
          labels: {
            color: palette.text,
            usePointStyle: true,
            boxWidth: content.kind === 'bar' ? 16 : 9,
            boxHeight: content.kind === 'bar' ? 12 : 9,
            padding: 16,
            font: { size: 13 },
          },
        },
        tooltip: tooltip(content, palette),
      },
    },
  } as ConstructorParameters<typeof Chart>[1]) as Chart // one mixed chart; Chart.js types each kind apart
}
