import type { RecordedMeasurement } from '@common-table/shared/outcomes/record-schemas'
import { fieldProblem, ProblemError } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { checkedMetric, checkScale } from './references.ts'

const put =
  statement(`insert into measurements as x (district_id, metric_id, school_id, group_id, period_id, status, value, numerator, denominator)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (district_id, metric_id, period_id, group_id, school_id) do update
    set status = excluded.status, value = excluded.value, numerator = excluded.numerator,
      denominator = excluded.denominator, import_id = null, recorded_at = now()
    where (x.status, x.value, x.numerator, x.denominator)
      is distinct from (excluded.status, excluded.value, excluded.numerator, excluded.denominator)`)

/** Enters one figure; the same place entered again corrects it. A rate may be given by its two counts. */
export const record = async (db: Db, said: RecordedMeasurement): Promise<void> => {
  const { unit } = await checkedMetric(db, said)
  const { metricId, schoolId, groupId, periodId, status } = said
  const [numerator, denominator] = [said.numerator ?? null, said.denominator ?? null]
  if (numerator !== null && denominator !== null && numerator > denominator && unit === 'percent')
    throw fieldProblem('numerator', 'More meet the measure than there are. Check both counts.', 'range')
  const derived =
    unit === 'percent' && numerator !== null && denominator ? (100 * numerator) / denominator : null
  const value = said.value ?? (status === 'reported' ? derived : null)
  if (status === 'reported' && value === null)
    throw fieldProblem('value', 'Enter the figure, or say that it is withheld or missing.', 'required')
  if ((status === 'above' || status === 'below') && value === null)
    throw fieldProblem('value', 'Enter the limit the source prints.', 'required')
  checkScale('value', value, unit)
  const bare = status === 'suppressed' || status === 'missing'
  await db.run(put, [
    metricId,
    schoolId,
    groupId,
    periodId,
    status,
    bare ? null : value,
    bare ? null : numerator,
    bare ? null : denominator,
  ])
}

/** A table of figures, all or none; a problem names the row it is in. */
export const recordAll = async (db: Db, items: readonly RecordedMeasurement[]): Promise<void> => {
  for (const [at, item] of items.entries())
    try {
      await record(db, item)
    } catch (error) {
      if (!(error instanceof ProblemError) || !error.fields) throw error
      const fields = error.fields.map((problem) => ({ ...problem, field: `items.${at}.${problem.field}` }))
      throw new ProblemError(error.code, error.message, { fields })
    }
}
