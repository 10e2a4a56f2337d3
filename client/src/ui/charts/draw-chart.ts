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
  Tooltip,
  type ChartDataset,
} from 'chart.js'
import { marks, type ChartContent } from './series.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)
Chart.defaults.font.family = '"Public Sans Variable", ui-sans-serif, system-ui, sans-serif'

type Mixed = ChartDataset<'line' | 'bar', (number | null)[]>

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()

const dataset = (content: ChartContent, at: number): Mixed => {
  const { name, points } = content.series[at]! // called for existing series only
  const { dash, point } = marks[at % marks.length]! // a remainder is inside the list
  const colour = token(`--c${(at % marks.length) + 1}`)
  const shown = points.map((value) => (typeof value === 'number' ? value : null))
  if (content.kind === 'bar')
    return {
      type: 'bar',
      label: name,
      data: shown,
      backgroundColor: colour,
      borderColor: token('--surface'),
      borderWidth: 2,
      borderSkipped: 'start',
      pointStyle: 'rect',
      maxBarThickness: 40,
    }
  return {
    type: 'line',
    label: name,
    data: shown,
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: 2,
    borderDash: [...dash],
    pointStyle: point,
    pointRadius: 4,
    pointHoverRadius: 6,
    spanGaps: false,
  }
}

const targetLine = ({ target, labels }: ChartContent): Mixed[] =>
  target
    ? [
        {
          type: 'line',
          label: target.label,
          data: labels.map(() => target.value),
          borderColor: token('--muted'),
          backgroundColor: token('--muted'),
          borderDash: [3, 3],
          borderWidth: 2,
          pointRadius: 0,
          pointStyle: 'line',
          pointHitRadius: 0,
        },
      ]
    : []

/** Draws once. Never animated, so it is the same for everybody and ready for print at once. */
export const drawChart = (canvas: HTMLCanvasElement, content: ChartContent): Chart => {
  const [ink, soft, line] = [token('--text'), token('--muted'), token('--border')]
  return new Chart<'line' | 'bar', (number | null)[], string>(canvas, {
    type: content.kind,
    data: {
      labels: [...content.labels],
      datasets: [...targetLine(content), ...content.series.map((_, at) => dataset(content, at))],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      indexAxis: content.sideways ? 'y' : 'x',
      scales: {
        [content.sideways ? 'x' : 'y']: {
          // The length of a bar is its value; a line shows a course, which a distant zero would flatten.
          beginAtZero: content.kind === 'bar',
          grace: content.kind === 'bar' || content.range ? 0 : '15%',
          ...(content.range && { min: content.range[0], max: content.range[1] }),
          border: { display: false },
          grid: { color: line },
          ticks: { color: soft, callback: (value: string | number) => content.write(Number(value)) },
        },
        [content.sideways ? 'y' : 'x']: {
          border: { color: line },
          grid: { display: false },
          ticks: { color: soft, maxRotation: 45, autoSkip: content.kind !== 'bar', autoSkipPadding: 12 },
        },
      },
      plugins: {
        legend: {
          position: 'bottom',
          align: 'start',
          labels: {
            color: ink,
            usePointStyle: true,
            boxWidth: 9,
            boxHeight: 9,
            padding: 16,
            font: { size: 13 },
          },
        },
        tooltip: {
          backgroundColor: token('--text'),
          titleColor: token('--bg'),
          bodyColor: token('--bg'),
          padding: 10,
          usePointStyle: true,
          callbacks: {
            label: ({ dataset: { label }, parsed }) => {
              const value = content.sideways ? parsed.x : parsed.y
              return `${label}: ${value === null ? '–' : content.write(value)}`
            },
          },
        },
      },
    },
  }) as unknown as Chart // one mixed chart; Chart.js types each kind apart
}

/** The canvas on the page's own ground, as a picture: a transparent one is unreadable in a dark viewer. */
export const pictureOf = (canvas: HTMLCanvasElement): Promise<Blob | null> => {
  const copy = document.createElement('canvas')
  copy.width = canvas.width
  copy.height = canvas.height
  const pen = copy.getContext('2d')
  if (!pen) return Promise.resolve(null)
  pen.fillStyle = token('--surface')
  pen.fillRect(0, 0, copy.width, copy.height)
  pen.drawImage(canvas, 0, 0)
  return new Promise((resolve) => copy.toBlob(resolve, 'image/png'))
}
