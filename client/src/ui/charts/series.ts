/** Between these lies what is not told exactly: a banded extreme, the ends of a confidence interval. */
export interface Range {
  readonly low: number
  readonly high: number
}
/** A value that is not shown but lies between two limits; `words` is how that is written: "<10%". */
export interface Banded extends Range {
  readonly words: string
}
/** A point is a number, nothing was measured (null), a small count is protected ('withheld'), or only its limits are known. */
export type Point = number | null | 'withheld' | Banded

export interface Series {
  name: string
  points: readonly Point[]
  /** How far off each point may be, drawn as whiskers. */
  spread?: readonly (Range | null)[]
}
export interface Target {
  label: string
  value: number
}
/** A second number of every label, where marks stand between two axes instead of in a row. */
export interface Across {
  name: string
  at: readonly number[]
  write: (value: number) => string
}
export interface ChartContent {
  kind: 'line' | 'bar' | 'scatter'
  /** Bars that lie, for labels too long to stand under one. */
  sideways?: boolean | undefined
  labels: readonly string[]
  series: readonly Series[]
  target?: Target | undefined
  /** The least and the most a value can be, where the axis shall end there: a share ends at 1. */
  range?: readonly [number, number] | undefined
  /** What the values are, on their axis. */
  measure?: string | undefined
  /** Of a scatter only. */
  across?: Across | undefined
  /** How a value is written on the axis, in the tooltip and in the table. */
  write: (value: number) => string
}

/** Colour alone tells nobody apart: each series has its own dash, marker and filling too (ui tokens c1–c6). */
export const marks = [
  { dash: [], point: 'circle', fill: 'plain' },
  { dash: [6, 4], point: 'rect', fill: 'rising' },
  { dash: [2, 3], point: 'triangle', fill: 'dotted' },
  { dash: [10, 4, 2, 4], point: 'rectRot', fill: 'level' },
  { dash: [4, 2], point: 'crossRot', fill: 'crossed' },
  { dash: [1, 2], point: 'star', fill: 'upright' },
] as const
export type Fill = (typeof marks)[number]['fill']

export const isBanded = (point: Point | undefined): point is Banded =>
  typeof point === 'object' && point !== null

/** Every number the axis has to reach beside the points it scales to by itself. */
export const reachOf = ({ series, target }: ChartContent): number[] => [
  ...(target ? [target.value] : []),
  ...series.flatMap(({ points, spread = [] }) =>
    [...points.filter(isBanded), ...spread.filter((range) => range !== null)].flatMap(({ low, high }) => [
      low,
      high,
    ]),
  ),
]

/** Where the arrow keys lead, staying inside the chart; undefined for other keys. */
export const step = (
  key: string,
  [series, point]: readonly [number, number],
  seriesCount: number,
  pointCount: number,
): [number, number] | undefined => {
  if (key === 'ArrowRight') return [series, Math.min(pointCount - 1, point + 1)]
  if (key === 'ArrowLeft') return [series, Math.max(0, point - 1)]
  if (key === 'ArrowUp') return [(series + seriesCount - 1) % seriesCount, point]
  if (key === 'ArrowDown') return [(series + 1) % seriesCount, point]
  if (key === 'Home') return [series, 0]
  if (key === 'End') return [series, pointCount - 1]
  return undefined
}
