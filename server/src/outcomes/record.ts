import type { RecordedMeasurement } from '@common-table/shared/outcomes/record-schemas'
import type { Unit } from '@common-table/shared/outcomes/measured-value'
import { fieldProblem, ProblemError } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import { bulkStatement } from '../db/statement.ts'
import { checkerOf, checkScale } from './references.ts'

const put =
  bulkStatement(`insert into measurements as x (district_id, metric_id, school_id, group_id, period_id, status, value, numerator, denominator)
  select app_district(), "metricId", "schoolId", "groupId", "periodId", status, value, numerator, denominator
  from json_to_recordset($1::json) as n ("metricId" uuid, "schoolId" uuid, "partnershipId" uuid, "serviceId" uuid, "groupId" uuid, "periodId" uuid, status text,
    value double precision, numerator double precision, denominator double precision)
  where coalesce("partnershipId", "serviceId") is null
  on conflict (district_id, metric_id, period_id, group_id, school_id) do update
    set status = excluded.status, value = excluded.value, numerator = excluded.numerator,
      denominator = excluded.denominator, import_id = null, recorded_at = now()
    where (x.status, x.value, x.numerator, x.denominator)
      is distinct from (excluded.status, excluded.value, excluded.numerator, excluded.denominator)`)

// What a person says of a figure stands: it is not computed over from then on.
const putDelivery =
  bulkStatement(`insert into delivery_measurements as x (district_id, metric_id, partnership_id, service_id, group_id, period_id,
    status, value, numerator, denominator)
  select app_district(), "metricId", "partnershipId", "serviceId", "groupId", "periodId", status, value, numerator, denominator
  from json_to_recordset($1::json) as n ("metricId" uuid, "partnershipId" uuid, "serviceId" uuid, "groupId" uuid,
    "periodId" uuid, status text, value double precision, numerator double precision, denominator double precision)
  on conflict (district_id, metric_id, period_id, group_id, place_id) do update
    set status = excluded.status, value = excluded.value, numerator = excluded.numerator,
      denominator = excluded.denominator, origin = 'entered', import_id = null, recorded_at = now()
    where (x.status, x.value, x.numerator, x.denominator, x.origin)
      is distinct from (excluded.status, excluded.value, excluded.numerator, excluded.denominator, 'entered')`)

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

const isDelivery = ({ partnershipId, serviceId }: RecordedMeasurement): boolean =>
  Boolean(partnershipId ?? serviceId)
const placeOf = (said: RecordedMeasurement): string =>
  [said.metricId, said.schoolId, said.partnershipId, said.serviceId, said.groupId, said.periodId].join()

/** A figure is of one place. */
const checkPlace = ({ schoolId, partnershipId, serviceId }: RecordedMeasurement): void => {
  if ([schoolId, partnershipId, serviceId].filter(Boolean).length > 1)
    throw fieldProblem(
      partnershipId ? 'partnershipId' : 'serviceId',
      'A figure is of one school, one partnership or one service. Choose which.',
      'together',
    )
}

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
      checkPlace(item)
      return figureOf(item, check(at).unit)
    } catch (error) {
      throw table ? inRow(error, at) : error
    }
  })
  const ofDelivery = figures.filter(isDelivery)
  if (ofDelivery.length < figures.length) await db.run(put, [JSON.stringify(figures)])
  if (ofDelivery.length > 0) await db.run(putDelivery, [JSON.stringify(ofDelivery)])
}
