import { readMeasured, type Measured, type Unit } from '../../outcomes/measured-value.ts'
import { toPercent } from '../../outcomes/percent-scale.ts'
import { rowProblem, type RowProblem } from '../problems.ts'
import type { FigurePlan } from './figure-plan.ts'

export type FigureStatus = 'reported' | 'suppressed' | 'missing' | 'above' | 'below'

/** One figure as it is stored; `plan` says which metric it belongs to. */
export interface Figure {
  readonly plan: number
  readonly status: FigureStatus
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
}

// Most cells are plain digits; the full reader costs ten times as much.
const plainNumber = /^\d{1,12}(?:\.\d+)?$/

const readCell = (text: string, plan: Pick<FigurePlan, 'decimals'>, unit: Unit): Measured => {
  if (plainNumber.test(text)) {
    const value = Number(text)
    if (!(unit === 'percent' && value > 100) && !(unit === 'count' && !Number.isInteger(value)))
      return { kind: 'number', value, percentSign: false }
  }
  return readMeasured(text, unit, plan.decimals)
}

/** Reads one figure of a row; undefined where the row says nothing about it. */
const readFigure = (
  cells: readonly string[],
  plan: FigurePlan,
  index: number,
  rowLabel: number | undefined,
  report: (column: number | undefined, code: RowProblem['code'], params?: Record<string, string>) => void,
): Figure | undefined => {
  const people = (column: number | undefined): number | null => {
    if (column === undefined) return null
    const read = readCell(cells[column] ?? '', plan, 'count')
    if (read.kind === 'refused')
      report(column, read.reason === 'not_a_number' ? 'not_a_number' : 'out_of_range', {
        reason: read.reason,
      })
    return read.kind === 'number' ? read.value : null
  }
  const numerator = people(plan.numerator)
  const denominator = people(plan.denominator)
  const figure = (status: FigureStatus, value: number | null): Figure => ({
    plan: index,
    status,
    value,
    numerator: status === 'suppressed' ? null : numerator,
    denominator,
  })
  const text = plan.value === undefined ? '' : (cells[plan.value] ?? '')
  const label = plan.label === undefined ? '' : (cells[plan.label] ?? '').trim()
  const said = label === '' ? undefined : readMeasured(label, plan.unit).kind
  if (plan.unit === 'percent' && numerator !== null && denominator !== null && numerator > denominator) {
    report(plan.numerator, 'numerator_over_denominator', { denominator: String(denominator) })
    return undefined
  }
  // What a source says it withheld stays withheld, whatever stands in the cell.
  if (said === 'suppressed') return figure('suppressed', null)
  const read = readCell(text, plan, plan.unit)
  if (read.kind === 'number') {
    if (plan.unit !== 'percent') return figure('reported', read.value)
    const scaled = toPercent(read.value, plan.scale, read.percentSign)
    if (scaled.note === 'may_be_fraction') report(plan.value, 'may_be_fraction')
    return figure('reported', scaled.value)
  }
  if (read.kind === 'bounded') {
    const { kind, value } = read.bound
    const share = plan.unit === 'percent' && plan.scale === 'fraction' && value <= 1 && !text.includes('%')
    return figure(kind, share ? value * 100 : value)
  }
  if (read.kind === 'suppressed') return figure('suppressed', null)
  if (read.kind === 'refused') {
    report(
      plan.value,
      read.reason === 'not_a_number' || read.reason === 'decimal_comma' ? 'not_a_number' : 'out_of_range',
      { reason: read.reason },
    )
    return undefined
  }
  if (plan.unit === 'percent' && numerator !== null && denominator !== null && denominator > 0)
    return figure('reported', Number(((100 * numerator) / denominator).toPrecision(6)))
  if (said === 'missing' || text.trim() !== '') return figure('missing', null)
  // One note for the whole row covers the figures that have none of their own.
  if (
    plan.label === undefined &&
    rowLabel !== undefined &&
    readMeasured(cells[rowLabel] ?? '', plan.unit).kind === 'suppressed'
  )
    return figure('suppressed', null)
  return undefined
}

/** Makes the reader of a wide file's figures. It says what is wrong with a cell, and never turns one kind of absence into another. */
export const figureReader = (plans: readonly FigurePlan[], header: readonly string[]) => {
  const labels = [...new Set(plans.flatMap(({ label }) => label ?? []))]
  const rowLabel = labels.length === 1 ? labels[0] : undefined
  return (cells: readonly string[], row: number, problems: RowProblem[]): Figure[] => {
    const figures: Figure[] = []
    const seen = new Set<number>()
    for (let index = 0; index < plans.length; index++) {
      const figure = readFigure(cells, plans[index]!, index, rowLabel, (column, code, params) => {
        // A count that serves two metrics is wrong once.
        if (column === undefined || seen.has(column)) return
        seen.add(column)
        problems.push(
          rowProblem(code, {
            row,
            column: header[column] ?? '',
            value: cells[column] ?? '',
            ...(params && { params }),
          }),
        )
      })
      if (figure !== undefined) figures.push(figure)
    }
    return figures
  }
}
