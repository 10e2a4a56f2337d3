import type { calendarContract } from '@common-table/shared/calendar/contract'
import { dateProblems } from '@common-table/shared/calendar/date-rules'
import { plannedYear } from '@common-table/shared/calendar/next-school-year'
import { schoolYearOf } from '@common-table/shared/calendar/school-years'
import { notFound, ProblemError } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import {
  addSchoolYears,
  changeSchoolYear,
  removeSchoolYear,
  schoolYear,
  schoolYearNamed,
  schoolYears,
  yearSpans,
} from './queries.ts'

export const calendarHandlers: Handlers<typeof calendarContract> = {
  listSchoolYears: async ({ db, now }) => {
    const row = await schoolYears(db, now)
    return json(`{"items":${row?.items ?? '[]'}}`)
  },

  addNextSchoolYear: async ({ db, now }) => {
    const { years, startMonth } = await yearSpans(db)
    const latest = years.at(-1)
    const next = latest
      ? Number(latest.label.slice(0, 4)) + 1
      : schoolYearOf(now.toISOString().slice(0, 10), startMonth)
    const planned = plannedYear(next, startMonth)
    const [problem] = dateProblems({ ...planned, parts: [...planned.parts] }, years)
    if (problem)
      throw refusal('year-dates-taken', {
        detail: `${planned.label} cannot be added: ${problem.message} The months of your school years may have changed.`,
      })
    await addSchoolYears(db, [planned])
    const added = (await schoolYearNamed(db, planned.label)) ?? notFound('school year')
    const { year, version } = (await schoolYear(db, now, added.id)) ?? notFound('school year')
    return json(year, version)
  },

  changeSchoolYear: async ({ db, now, params, body, ifMatch }) => {
    const { years } = await yearSpans(db)
    const mine = years.find(({ id }) => id === params.schoolYearId) ?? notFound('school year')
    const fields = dateProblems(
      body,
      years.filter((other) => other !== mine),
    )
    if (fields[0]) throw new ProblemError('invalid-input', fields[0].message, { fields })
    const changed = await changeSchoolYear(db, mine.id, mine.label, ifMatch, body)
    const { year, version } = (await schoolYear(db, now, mine.id)) ?? notFound('school year')
    return changed ? json(year, version) : stale(year)
  },

  removeSchoolYear: async ({ db, now, params }) => {
    const { years } = await yearSpans(db)
    const found = (await schoolYear(db, now, params.schoolYearId)) ?? notFound('school year')
    const { label, inUse, current } = JSON.parse(found.year) as {
      label: string
      inUse: boolean
      current: boolean
    }
    if (inUse)
      throw refusal('year-in-use', {
        detail: `Needs or figures belong to ${label}. It stays, so that they keep their year.`,
      })
    if (current)
      throw refusal('year-current', { detail: `${label} is the current school year. It cannot be removed.` })
    if (![years[0]?.id, years.at(-1)?.id].includes(params.schoolYearId)) throw refusal('year-in-between')
    await removeSchoolYear(db, params.schoolYearId)
  },
}
