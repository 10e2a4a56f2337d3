import { planFigures, type ColumnReading } from '@common-table/shared/imports/kinds/figure-plan'
import type { KnownMetric } from '@common-table/shared/imports/kinds/kind'
import { foldText } from '@common-table/shared/matching/text'
import { decimalSignOf, readMeasured } from '@common-table/shared/outcomes/measured-value'
import {
  emptyProfile,
  observe,
  scaleOf,
  type PercentScale,
  type ScaleProfile,
} from '@common-table/shared/outcomes/percent-scale'
import { openTable } from '../readers/open-table.ts'

/** What only a reading of the whole file can tell: how many rows, and on which scale each column of percentages is. */
export interface Scan {
  readonly rows: number
  readonly readings: ColumnReading[]
  /** For files with the metric in a column. */
  readonly metricScales: Record<string, PercentScale>
}

const signedShare = (profile: ScaleProfile, text: string): ScaleProfile => {
  if (text === '' || text.includes('%')) return profile
  const plain = Number(text)
  if (Number.isFinite(plain)) return observe(profile, plain)
  const read = readMeasured(text, 'percent')
  return read.kind === 'number' ? observe(profile, read.value) : profile
}

/** Reads a file once, beforehand: whether 0.5 is a half or half a percent shows in the whole column only. */
export const readScales = async (
  path: string,
  mapping: readonly (string | null)[],
  metrics: readonly KnownMetric[],
  signal?: AbortSignal,
): Promise<Scan> => {
  const table = await openTable(path)
  const percent = planFigures(mapping, metrics).flatMap(({ unit, value }) =>
    unit === 'percent' && value !== undefined ? [value] : [],
  )
  const profiles = new Map(percent.map((column) => [column, emptyProfile]))
  const long = { metric: mapping.indexOf('metric'), value: mapping.indexOf('value') }
  const rates = new Map(
    metrics.flatMap(({ code, name, unit }) =>
      unit === 'percent'
        ? [code, code.replaceAll('_', ' '), foldText(name.en), foldText(name.es)].map(
            (key) => [key, code] as const,
          )
        : [],
    ),
  )
  const byMetric = new Map<string, ScaleProfile>()
  const samples = new Map<number, string[]>(percent.map((column) => [column, []]))
  let rows = 0
  for await (const batch of table) {
    signal?.throwIfAborted()
    for (const { cells } of batch) {
      rows++
      for (const column of percent) {
        const text = (cells[column] ?? '').trim()
        profiles.set(column, signedShare(profiles.get(column)!, text))
        const kept = samples.get(column)!
        if (kept.length < 200 && text !== '') kept.push(text)
      }
      if (long.metric < 0 || long.value < 0) continue
      const code = rates.get(foldText(cells[long.metric] ?? ''))
      if (code !== undefined)
        byMetric.set(code, signedShare(byMetric.get(code) ?? emptyProfile, (cells[long.value] ?? '').trim()))
    }
  }
  return {
    rows,
    readings: mapping.map((_, column) => {
      const profile = profiles.get(column)
      return profile === undefined
        ? {}
        : { scale: scaleOf(profile), decimals: decimalSignOf(samples.get(column)!) }
    }),
    metricScales: Object.fromEntries([...byMetric].map(([code, profile]) => [code, scaleOf(profile)])),
  }
}
