import { parseSchoolYear, schoolYearLabel } from '@common-table/shared/calendar/school-years'
import { planFigures } from '@common-table/shared/imports/kinds/figure-plan'
import { figureReader } from '@common-table/shared/imports/kinds/read-figures'
import { refusesRow, rowProblem, type RowProblem } from '@common-table/shared/imports/problems'
import { foldText } from '@common-table/shared/matching/text'
import { figuresOfSchools, openFigures } from '../run/queries-figures.ts'
import { knownGroups, knownPeriods } from '../run/queries-known.ts'
import { openRecords } from '../run/queries-records.ts'
import { newestYears, schoolIds } from './queries-schools.ts'
import { figureNotes, statusTally } from './figure-notes.ts'
import { strayMetric } from './stray-metric.ts'
import { cellReader, type OpenWriter } from './row-writer.ts'
import { readSchool, schoolColumns, type SchoolRow } from './school-row.ts'

interface Gathered {
  code: string
  year: string
  enrolment: number | null
  values: SchoolRow
}

/** The school directory, one row a school or one a school and year: the newest row is the directory, every row its figures. */
export const writeSchools: OpenWriter = async (context) => {
  const { sql, mapping, header, metrics, readings, options } = context
  const cell = cellReader(mapping)
  const plans = planFigures(mapping, metrics, readings)
  const read = figureReader(plans, header)
  const enrolment = plans.findIndex(({ metric, group }) => metric.code === 'enrolment' && group === undefined)
  const [periods, groups] = [await knownPeriods(sql), await knownGroups(sql)]
  const groupOf = plans.map(({ group = 'all' }) => groups.at.get(group.replaceAll('_', ' ')))
  const figures = await openFigures(sql, figuresOfSchools)
  const tally = statusTally()
  const schools = new Map<string, { index: number; newest: Gathered }>()
  const rowsOf = new Map<string, { row: number; text: string }>()
  let newestOfFile = ''
  let repeated = 0

  return {
    row: (cells, row, problems) => {
      const school = readSchool(cell, cells, row, header, problems)
      const yearText = cell.of(cells, 'schoolYear')
      const parsed = yearText === '' ? null : parseSchoolYear(yearText)
      const tell = (code: RowProblem['code'], value: string, params?: Record<string, string | number>) =>
        void problems.push(
          rowProblem(code, {
            row,
            column: header[cell.column('schoolYear') ?? -1] ?? '',
            value,
            ...(params && { params }),
          }),
        )
      if (yearText !== '' && parsed === null) tell('not_a_school_year', yearText)
      if (yearText === '' && cell.has('schoolYear')) tell('required', '')
      const year = parsed === null ? '' : schoolYearLabel(parsed)
      const period = periods.at.get(year)
      if (parsed !== null && period === undefined) tell('unknown_reference', yearText, { what: 'period' })
      const found = read(cells, row, problems)
      const stray = strayMetric(
        found,
        (plan) => plans[plan]?.metric,
        period === undefined ? undefined : periods.kinds[period],
      )
      if (stray) tell('other_period', yearText, { metric: stray.code })
      const key = foldText(school.code)
      const text = cells.join('\t')
      const before = rowsOf.get(`${key} ${year}`)
      if (before !== undefined && before.text !== text) {
        problems.push(
          rowProblem('conflicts_with_earlier_row', { row, value: school.code, params: { row: before.row } }),
        )
      }
      if (problems.some(refusesRow)) return
      if (before !== undefined) {
        problems.push(rowProblem('same_row_twice', { row, params: { row: before.row } }))
        repeated++
        return
      }
      rowsOf.set(`${key} ${year}`, { row, text })
      if (year > newestOfFile) newestOfFile = year
      const students = enrolment < 0 ? undefined : found.find(({ plan }) => plan === enrolment)?.value
      const fresh: Gathered = { code: school.code, year, enrolment: students ?? null, values: school.values }
      const known = schools.get(key)
      if (known === undefined) schools.set(key, { index: schools.size, newest: fresh })
      else
        known.newest = year >= known.newest.year ? merged(fresh, known.newest) : merged(known.newest, fresh)
      if (period === undefined) return
      for (const figure of found) {
        const group = groupOf[figure.plan]
        // A district that does without a group has no place for its figures.
        if (group === undefined) continue
        tally.count(figure)
        figures.add({ row, fit: 0, school: schools.get(key)!.index, group, period }, figure)
      }
    },
    flush: figures.flush,
    finish: async () => {
      const records = await openRecords(sql, {
        table: 'schools',
        key: ['code'],
        columns: [...schoolColumns, 'status', 'enrolment', 'enrolment_year'],
        existing: options.existing === 'fill' ? 'fill' : 'update',
      })
      const here = await newestYears(sql)
      let closed = 0
      for (const { newest } of schools.values()) {
        const { code, year, values } = newest
        // An older file fills in history; it does not take the directory back.
        const outdated = year !== '' && (here.get(foldText(code)) ?? '') > year
        const absent = options.closeAbsent === 'yes' && year !== '' && year < newestOfFile
        if (absent) closed++
        const status = year === '' ? null : absent ? 'closed' : 'open'
        records.add(
          outdated
            ? [code, ...schoolColumns.map(() => null), null, null, null]
            : [
                code,
                ...schoolColumns.map((column) => values[column] ?? null),
                status,
                newest.enrolment,
                newest.enrolment === null || year === '' ? null : year,
              ],
        )
        await records.flush()
      }
      const counts = await records.write(context.importId)
      const ids = await schoolIds(
        sql,
        [...schools.values()].map(({ newest }) => newest.code),
      )
      const written = await figures.write(
        context.importId,
        {
          metrics: plans.map(({ metric }) => metric.id),
          columns: plans.map((plan) => header[plan.value ?? -1] ?? ''),
          schools: ids,
          groups: groups.ids,
          periods: periods.ids,
        },
        'refuse',
        context.dry,
      )
      return {
        counts: { schools: counts, ...(plans.length > 0 && { measurements: written.counts }) },
        notes: [
          ...figureNotes(plans, header),
          ...tally.notes(),
          ...(closed > 0 ? [{ code: 'schools_closed', params: { n: closed, year: newestOfFile } }] : []),
        ],
        repeated: repeated + written.repeated,
        late: written.late,
      }
    },
  }
}

/** The newer row, and from the older one what the newer leaves blank. */
const merged = (newer: Gathered, older: Gathered): Gathered => ({
  ...newer,
  values: {
    ...older.values,
    ...Object.fromEntries(Object.entries(newer.values).filter(([, value]) => value !== null)),
  } as SchoolRow, // both are whole rows
})
