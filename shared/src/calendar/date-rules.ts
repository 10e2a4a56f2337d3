import type { FieldRule } from '../contract/field-rules.ts'
import type { FieldProblem } from '../contract/problem.ts'
import { daysBetween, isDate } from './dates.ts'
import type { PartKind, SchoolYearDates } from './schemas.ts'

export interface Stretch {
  readonly label: string
  readonly startsOn: string
  readonly endsOn: string
}

/** A school year shorter or longer than this is a typing mistake; calendars of 9 to 14 months exist in transitions. */
export const yearDays = { least: 200, most: 430 } as const

const problem = (field: string, rule: FieldRule, message: string): FieldProblem => ({ field, rule, message })

const orderOf = ({ startsOn, endsOn }: Omit<Stretch, 'label'>, at: string): FieldProblem[] => {
  if (!isDate(startsOn))
    return [problem(`${at}startsOn`, 'date', 'There is no such day. Check the month and the day.')]
  if (!isDate(endsOn))
    return [problem(`${at}endsOn`, 'date', 'There is no such day. Check the month and the day.')]
  return endsOn > startsOn
    ? []
    : [problem(`${at}endsOn`, 'order', 'The last day must come after the first day.')]
}

const lengthOf = ({ startsOn, endsOn }: SchoolYearDates): FieldProblem[] => {
  const days = daysBetween(startsOn, endsOn) + 1
  return days >= yearDays.least && days <= yearDays.most
    ? []
    : [
        problem(
          'endsOn',
          'length',
          `A school year has ${yearDays.least} to ${yearDays.most} days; this one has ${days}.`,
        ),
      ]
}

const neighboursOf = (year: SchoolYearDates, others: readonly Stretch[]): FieldProblem[] => {
  const shared = others.find(({ startsOn, endsOn }) => startsOn <= year.endsOn && year.startsOn <= endsOn)
  if (!shared) return []
  const field = shared.startsOn > year.startsOn ? 'endsOn' : 'startsOn'
  return [
    problem(field, 'overlap', `These dates overlap the school year ${shared.label}. Change one of the two.`),
  ]
}

const partsOf = (year: SchoolYearDates): FieldProblem[] => {
  const last = new Map<PartKind, { ordinal: number; endsOn: string; label: string }>()
  const inOrder = year.parts
    .map((part, index) => ({ part, at: `parts.${index}.` }))
    .sort((a, b) => a.part.kind.localeCompare(b.part.kind) || a.part.ordinal - b.part.ordinal)
  return inOrder.flatMap(({ part, at }) => {
    const wrong = orderOf(part, at)
    if (wrong.length > 0) return wrong
    const before = last.get(part.kind)
    last.set(part.kind, part)
    if (before?.ordinal === part.ordinal)
      return [
        problem(`${at}ordinal`, 'twice', `There are two with number ${part.ordinal}. Number them in order.`),
      ]
    if (part.startsOn < year.startsOn)
      return [problem(`${at}startsOn`, 'inside', `${part.label} begins before the school year does.`)]
    if (part.endsOn > year.endsOn)
      return [problem(`${at}endsOn`, 'inside', `${part.label} ends after the school year does.`)]
    return before && part.startsOn <= before.endsOn
      ? [problem(`${at}startsOn`, 'overlap', `${part.label} begins before ${before.label} has ended.`)]
      : []
  })
}

/**
 * What is wrong with the dates of a school year: days that do not exist, a year of impossible length or on top of
 * another, parts outside it, out of order or on top of each other. Gaps between parts are holidays.
 */
export const dateProblems = (year: SchoolYearDates, others: readonly Stretch[]): FieldProblem[] => {
  const wrong = orderOf(year, '')
  return wrong.length > 0 ? wrong : [...lengthOf(year), ...neighboursOf(year, others), ...partsOf(year)]
}
