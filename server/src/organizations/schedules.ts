import { fieldProblem } from '@common-table/shared/contract/problem'
import type { NewSchedule } from '@common-table/shared/organizations/service-schemas'

/** A stretch ends after it begins, by the clock and by the calendar. */
export const checkSchedules = (schedules: readonly NewSchedule[] = []): void => {
  for (const [at, { opensAt, closesAt, startsOn, endsOn }] of schedules.entries()) {
    if (opensAt && closesAt && opensAt >= closesAt)
      throw fieldProblem(`schedules.${at}.closesAt`, 'The end must come after the beginning.', 'order')
    if (startsOn && endsOn && startsOn > endsOn)
      throw fieldProblem(`schedules.${at}.endsOn`, 'The last day must not be before the first.', 'order')
  }
}
