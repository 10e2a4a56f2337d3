import type { Writing } from './queries-staging.ts'

/** Takes an import's figures back: new ones go, corrected ones say what they said. Those corrected since stay. */
export const undoFigures = async (
  sql: Writing,
  importId: string,
): Promise<{ removed: number; restored: number; kept: number }> => {
  const restored = await sql.run(
    `update measurements x set status = c.status, value = c.value, numerator = c.numerator, denominator = c.denominator,
       import_id = c.import_id, recorded_at = c.recorded_at
     from measurement_corrections c
     where c.district_id = app_district() and c.replaced_by = $1 and x.district_id = app_district() and x.import_id = $1
       and x.metric_id = c.metric_id and x.period_id = c.period_id and x.group_id = c.group_id
       and x.school_id is not distinct from c.school_id`,
    [importId],
  )
  const removed = await sql.run(
    `delete from measurements where district_id = app_district() and import_id = $1`,
    [importId],
  )
  const [{ kept } = { kept: 0 }] = await sql.rows<{ kept: number }>(
    `select (select count(*) from measurement_corrections where district_id = app_district() and import_id = $1)::integer as kept`,
    [importId],
  )
  await sql.run(
    'delete from measurement_corrections where district_id = app_district() and replaced_by = $1',
    [importId],
  )
  return { removed, restored, kept }
}
