import { attendanceAndGrades } from './metric-rows-attendance.ts'
import { whoIsServed } from './metric-rows-context.ts'
import { delivery } from './metric-rows-delivery.ts'
import { publishedResults } from './metric-rows-results.ts'
import { surveys } from './metric-rows-surveys.ts'

/** The dictionary a new district starts with, in the order it is shown. */
export const metricRows = [
  ...attendanceAndGrades,
  ...publishedResults,
  ...whoIsServed,
  ...surveys,
  ...delivery,
] as const
