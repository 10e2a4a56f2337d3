import type { RecordedMeasurement } from '@common-table/shared/outcomes/record-schemas'
import type { Unit } from '@common-table/shared/outcomes/measured-value'
import { fieldProblem, ProblemError } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import { bulkStatement } from '../db/statement.ts'
import { checkerOf, checkScale } from './references.ts'

const put =
  bulkStatement(`insert into measurements as x (district_id, metric_id, school_id, group_id, period_id, status, value, numerator, denominator)
  select app_district(), "metricId", "schoolId", "groupId", "periodId", status, value, numerator, denominator
  from json_to_recordset($1::json) as n ("metricId" uuid, "schoolId" uuid, "groupId" uuid, "periodId" uuid, status text,
    value double precision, numerator double precision, denominator double precision)
  on conflict (district_id, metric_id, period_id, group_id, school_id) do update
    set status = excluded.status, value = excluded.value, numerator = excluded.numerator,
      denominator = excluded.denominator, import_id = null, recorded_at = now()
    where (x.status, x.value, x.numerator, x.denominator)
      is distinct from (excluded.status, excluded.value, excluded.numerator, excluded.denominator)`)

/** The figure as it is stored. A rate may be given by its two counts. */
const figureOf = (said: RecordedMeasurement, unit: Unit) => {
  const { status } = said
  const [numerator, denominator] = [said.numerator ?? null, said.denominator ?? null]
  if (numerator !== null && denominator !== null && numerator > denominator && unit === 'percent')
    throw fieldProblem('numerator', 'More meet the measure than there are. Check both counts.', 'range')
  const counted =
    unit === 'percent' && numerator !== null && denominator ? (100 * numerator) / denominator : null
  const value = said.value ?? (status === 'reported' ? counted : null)
  if (status === 'reported' && value === null)
    throw fieldProblem('value', 'Enter the figure, or say that it is withheld or missing.', 'required')
  if ((status === 'above' || status === 'below') && value === null)
    throw fieldProblem('value', 'Enter the limit the source prints.', 'required')
  checkScale('value', value, unit)
  const bare = status === 'suppressed' || status === 'missing'
  return bare
    ? { ...said, value: null, numerator: null, denominator: null }
    : { ...said, value, numerator, denominator }
}

const placeOf = ({ metricId, schoolId, groupId, periodId }: RecordedMeasurement): string =>
  [metricId, schoolId, groupId, periodId].join()

/** A problem in one row of a table names the row. */
const inRow = (error: unknown, at: number): unknown => {
  if (!(error instanceof ProblemError) || !error.fields) return error
  const fields = error.fields.map((problem) => ({ ...problem, field: `items.${at}.${problem.field}` }))
  return new ProblemError(error.code, error.message, { fields })
}

/** Enters figures, all or none; the same place entered again is a correction. `table` says that rows are to be named. */
export const record = async (
  db: Db,
  items: readonly RecordedMeasurement[],
  { table = true }: { table?: boolean } = {},
): Promise<void> => {
  const check = await checkerOf(db, items)
  const places = new Set<string>()
  const figures = items.map((item, at) => {
    try {
      if (places.has(placeOf(item)))
        throw fieldProblem(
          'metricId',
          'An earlier row is for the same metric, school, group and period.',
          'unique',
        )
      places.add(placeOf(item))
      return figureOf(item, check(at).unit)
    } catch (error) {
      throw table ? inRow(error, at) : error
    }
  })
  await db.run(put, [JSON.stringify(figures)])
}
