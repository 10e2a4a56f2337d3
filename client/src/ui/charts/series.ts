/** A point is a number, nothing was measured (null), or a small count is protected ('withheld'). */
export type Point = number | null | 'withheld'

export interface Series {
  name: string
  points: readonly Point[]
}
export interface Target {
  label: string
  value: number
}
export interface ChartContent {
  kind: 'line' | 'bar'
  /** Bars that lie, for labels too long to stand under one. Without a target line. */
  sideways?: boolean | undefined
  labels: readonly string[]
  series: readonly Series[]
  target?: Target | undefined
  /** The least and the most a value can be, where the axis shall end there: a share ends at 1. */
  range?: readonly [number, number] | undefined
  /** How a value is written on the axis, in the tooltip and in the table. */
  write: (value: number) => string
}

/** Colour alone tells nobody apart: each series has its own dash and marker too (ui tokens c1–c6). */
export const marks = [
  { dash: [], point: 'circle' },
  { dash: [6, 4], point: 'rect' },
  { dash: [2, 3], point: 'triangle' },
  { dash: [10, 4, 2, 4], point: 'rectRot' },
  { dash: [4, 2], point: 'cross' },
  { dash: [1, 2], point: 'star' },
] as const

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
