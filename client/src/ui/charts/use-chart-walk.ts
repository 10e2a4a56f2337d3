import type { Chart } from 'chart.js'
import { ref, shallowRef } from 'vue'
import { nextMark } from '../next-mark.ts'
import { step, type ChartContent } from './series.ts'

interface Standing {
  x: number
  y: number
  place: readonly [number, number]
}

/** The marks of a scatter as they lie, so that an arrow key leads to the nearest in its direction. */
const standing = ({ series, across }: ChartContent): Standing[] => {
  const all = series.flatMap(({ points }, s) =>
    points.flatMap((value, p) =>
      typeof value === 'number' ? [{ x: across?.at[p] ?? 0, y: value, place: [s, p] as const }] : [],
    ),
  )
  const scaled = (of: 'x' | 'y') => {
    const values = all.map((mark) => mark[of])
    const [low, high] = [Math.min(...values), Math.max(...values)]
    return (value: number) => (1000 * (value - low)) / (high - low || 1)
  }
  const [across1000, up1000] = [scaled('x'), scaled('y')]
  return all.map(({ x, y, place }) => ({ x: across1000(x), y: 1000 - up1000(y), place }))
}

/** Where a key leads from a point: along and between series, or through the cloud of a scatter. */
export const walkTo = (
  content: ChartContent,
  from: readonly [number, number],
  key: string,
): readonly [number, number] | undefined => {
  if (!content.across) return step(key, from, content.series.length, content.labels.length)
  const all = standing(content).sort((a, b) => a.x - b.x || a.y - b.y)
  const here = all.find(({ place }) => place[0] === from[0] && place[1] === from[1])
  if (key === 'Home' || (!here && key.startsWith('Arrow'))) return all[0]?.place
  if (key === 'End') return all.at(-1)?.place
  if (!key.startsWith('Arrow') || !here) return undefined
  return nextMark(here, all, key)?.place ?? here.place
}

/** The point the keyboard stands on, said aloud and marked in the drawing. */
export const useChartWalk = (
  content: () => ChartContent,
  say: (series: number, point: number) => string,
  drawn: () => { chart: Chart | undefined; before: number },
) => {
  const spoken = ref('')
  const at = shallowRef<readonly [number, number]>([0, 0])
  const started = ref(false)
  const walk = (event: KeyboardEvent) => {
    const from = content().across && !started.value ? ([-1, -1] as const) : at.value
    const next = walkTo(content(), from, event.key)
    if (!next) return
    event.preventDefault()
    started.value = true
    at.value = next
    spoken.value = say(...next)
    const { chart, before } = drawn()
    const active = [{ datasetIndex: next[0] + before, index: next[1] }]
    chart?.setActiveElements(active)
    chart?.tooltip?.setActiveElements(active, { x: 0, y: 0 })
    chart?.update('none')
  }
  return { spoken, walk }
}
