import { parseSchoolYear, schoolYearLabel } from '@common-table/shared/calendar/school-years'
import { planFigures, type FigurePlan } from '@common-table/shared/imports/kinds/figure-plan'
import { figureReader } from '@common-table/shared/imports/kinds/read-figures'
import { reportFit } from '@common-table/shared/imports/kinds/record-readers'
import { refusesRow, rowProblem, type RowProblem } from '@common-table/shared/imports/problems'
import { foldText } from '@common-table/shared/matching/text'
import { figureNotes, statusTally } from './figure-notes.ts'
import { longFigures } from './long-figures.ts'
import { strayMetric } from './stray-metric.ts'
import { cellReader, type OpenWriter, type WriterContext } from './row-writer.ts'
import { figuresOfDelivery, figuresOfSchools, openFigures } from '../run/queries-figures.ts'
import type { Conflicts } from '../run/queries-repeated-figures.ts'
import { knownDelivery } from '../run/queries-known-delivery.ts'
import { knownGroups, knownPeriods, knownSchools } from '../run/queries-known.ts'

const partNames = [
  ['quarter', /^(?:q|quarter|mp|marking period)?\s*([1-4])$/],
  ['semester', /^(?:s|semester|t|term)\s*([12])$/],
  ['month', /^(?:m|month)\s*(\d{1,2})$/],
] as const

/** `Q2`, `Semester 1` as the periods of a school year are keyed; a year when it is blank. */
const periodKey = (label: string, part: string): string => {
  const plain = foldText(part)
  if (plain === '' || plain === 'year' || plain === 'annual') return label
  for (const [kind, pattern] of partNames) {
    const ordinal = pattern.exec(plain)?.[1]
    if (ordinal !== undefined) return `${label} ${kind} ${Number(ordinal)}`
  }
  return `${label} ${plain}`
}

type Cells = readonly string[]
type Tell = (code: RowProblem['code'], key: string, value: string, what?: string) => void
/** Whose figures a file holds, and how its rows say whose. */
interface Places {
  readonly ids: readonly string[]
  find(cell: ReturnType<typeof cellReader>, cells: Cells, tell: Tell): number | undefined
  /** How well a row's kind of report fits the place; the lowest is kept. */
  fit(type: string, place: number): number
}

const schoolsIn = async ({ sql }: WriterContext): Promise<Places> => {
  const schools = await knownSchools(sql)
  return {
    ids: schools.ids,
    find: (cell, cells, tell) => {
      const code = cell.of(cells, 'schoolCode')
      const school = schools.at.get(foldText(code))
      if (code === '') tell('required', 'schoolCode', '')
      else if (school === undefined) tell('unknown_school', 'schoolCode', code)
      return school
    },
    fit: (type, place) => (type === '' ? 0 : reportFit(type, schools.levels[place]!)), // a level for each school
  }
}

const deliveryIn = async ({ sql }: WriterContext): Promise<Places> => {
  const known = await knownDelivery(sql)
  return {
    ids: known.ids,
    find: (cell, cells, tell) => {
      const [partnership, service] = [cell.of(cells, 'partnership'), cell.of(cells, 'service')]
      // A row that names both is about the service.
      const [key, said] =
        service === '' ? (['partnership', partnership] as const) : (['service', service] as const)
      if (said === '') return void tell('required', cell.has('partnership') ? 'partnership' : 'service', '')
      const found =
        key === 'service'
          ? known.service(service, cell.of(cells, 'organization'))
          : known.partnership(partnership)
      if (found === undefined) tell('unknown_reference', key, said, key)
      if (found === null) tell('ambiguous_reference', key, said)
      return found ?? undefined
    },
    fit: () => 0,
  }
}

const writerOf =
  (
    placesIn: (context: WriterContext) => Promise<Places>,
    into: Parameters<typeof openFigures>[1],
  ): OpenWriter =>
  async (context) => {
    const { sql, mapping, header, metrics, readings, options } = context
    const [places, periods, groups] = [
      await placesIn(context),
      await knownPeriods(sql),
      await knownGroups(sql),
    ]
    const cell = cellReader(mapping)
    const long = cell.has('metric')
    const plans: FigurePlan[] = planFigures(mapping, metrics, readings)
    const wide = figureReader(plans, header)
    const tall = longFigures(context, cell)
    const figures = await openFigures(sql, into)
    const tally = statusTally()
    const metricAt = (plan: number) => (long ? metrics[plan] : plans[plan]?.metric)
    const labels = new Map<string, string | null>()
    const yearOf = (text: string): string | null => {
      let label = labels.get(text)
      if (label === undefined) {
        const year = parseSchoolYear(text)
        labels.set(text, (label = year === null ? null : schoolYearLabel(year)))
      }
      return label
    }
    const column = (key: string) => header[cell.column(key) ?? -1] ?? ''
    let blank = 0

    return {
      row: (cells, row, problems) => {
        const tell: Tell = (code, key, value, what) =>
          void problems.push(
            rowProblem(code, { row, column: column(key), value, ...(what && { params: { what } }) }),
          )
        const school = places.find(cell, cells, tell)
        const yearText = cell.of(cells, 'schoolYear')
        const label = yearOf(yearText)
        const period = label === null ? undefined : periods.at.get(periodKey(label, cell.of(cells, 'period')))
        if (yearText === '') tell('required', 'schoolYear', '')
        else if (label === null) tell('not_a_school_year', 'schoolYear', yearText)
        else if (period === undefined)
          // The year may be known and its quarter not: then the quarter is what is wrong.
          if (periods.at.has(periodKey(label, '')) && cell.has('period'))
            tell('unknown_reference', 'period', cell.of(cells, 'period'), 'period')
          else tell('unknown_reference', 'schoolYear', yearText, 'period')
        const groupText = cell.of(cells, 'group')
        const group = groups.at.get(foldText(groupText).replaceAll('_', ' '))
        if (group === undefined) tell('unknown_reference', 'group', groupText, 'group')
        const grade = foldText(cell.of(cells, 'grade'))
        if (grade !== '' && !/^all|^total/.test(grade)) tell('unknown_reference', 'grade', grade, 'grade')
        const found = long ? tall.read(cells, row, problems) : wide(cells, row, problems)
        const stray = strayMetric(found, metricAt, period === undefined ? undefined : periods.kinds[period])
        if (stray) {
          const key = cell.has('period') ? 'period' : 'schoolYear'
          const value = cell.of(cells, 'period') || yearText
          const params = { metric: stray.code }
          problems.push(rowProblem('other_period', { row, column: column(key), value, params }))
        }
        if (school === undefined || period === undefined || group === undefined || problems.some(refusesRow))
          return
        if (found.length === 0) blank++
        const cohort = Number(cell.of(cells, 'cohort'))
        const ends = Number(label!.slice(0, 4)) + 1
        // Four-year graduation is the rate of those who entered four years before.
        const cohortFit = Number.isFinite(cohort) && cohort > 1900 ? Math.abs(ends - cohort - 4) : 0
        const type = cell.of(cells, 'schoolType')
        const fit = places.fit(type, school) + cohortFit / 100
        for (const figure of found) {
          tally.count(figure)
          figures.add({ row, fit, school, group, period }, figure)
        }
      },
      flush: figures.flush,
      finish: async () => {
        const ids = {
          metrics: (long ? metrics : plans.map(({ metric }) => metric)).map(({ id }) => id),
          columns: long
            ? metrics.map(() => column('value'))
            : plans.map((plan) => header[plan.value ?? -1] ?? ''),
          schools: places.ids,
          groups: groups.ids,
          periods: periods.ids,
        }
        const written = await figures.write(
          context.importId,
          ids,
          options.conflicts as Conflicts,
          context.dry,
        )
        return {
          counts: { measurements: written.counts },
          notes: [
            ...figureNotes(plans, header),
            ...tally.notes(),
            ...(blank > 0 ? [{ code: 'rows_without_figures', params: { n: blank } }] : []),
          ],
          repeated: written.repeated,
          late: written.late,
        }
      },
    }
  }

/** Figures of schools, one row many metrics or one row one figure. */
export const writeMeasurements: OpenWriter = writerOf(schoolsIn, figuresOfSchools)
/** Figures of partnerships and services in files of the same two shapes. */
export const writeDeliveryMeasurements: OpenWriter = writerOf(deliveryIn, figuresOfDelivery)
