import type { Writing } from './queries-staging.ts'

const kept = [
  { table: 'measurements', corrections: 'measurement_corrections', place: 'school_id', also: '' },
  {
    table: 'delivery_measurements',
    corrections: 'delivery_corrections',
    place: 'place_id',
    also: ', origin = c.origin',
  },
] as const

/** Takes an import's figures back: new ones go, corrected ones say what they said. Those corrected since stay. */
export const undoFigures = async (
  sql: Writing,
  importId: string,
): Promise<{ removed: number; restored: number; kept: number }> => {
  const told = { removed: 0, restored: 0, kept: 0 }
  for (const { table, corrections, place, also } of kept) {
    told.restored += await sql.run(
      `update ${table} x set status = c.status, value = c.value, numerator = c.numerator, denominator = c.denominator,
         import_id = c.import_id, recorded_at = c.recorded_at${also}
       from ${corrections} c
       where c.district_id = app_district() and c.replaced_by = $1 and x.district_id = app_district() and x.import_id = $1
         and x.metric_id = c.metric_id and x.period_id = c.period_id and x.group_id = c.group_id
         and x.${place} is not distinct from c.${place}`,
      [importId],
    )
    told.removed += await sql.run(
      `delete from ${table} where district_id = app_district() and import_id = $1`,
      [importId],
    )
    const [found] = await sql.rows<{ stay: number }>(
      `select (select count(*) from ${corrections} where district_id = app_district() and import_id = $1)::integer as stay`,
      [importId],
    )
    told.kept += found?.stay ?? 0
    await sql.run(`delete from ${corrections} where district_id = app_district() and replaced_by = $1`, [
      importId,
    ])
  }
  return told
}

/**
 * A compliance passport comes by itself with an organisation's first partnership; one in which nothing was entered must
 * not keep the organisation an import brought.
 */
export const dropEmptyPassports = (sql: Writing, importId: string) =>
  sql.run(
    `delete from passports p using import_changes c
     where c.district_id = app_district() and c.import_id = $1 and c.table_name = 'organizations' and c.before is null
       and p.district_id = app_district() and p.organization_id = (c.record_key ->> 'id')::uuid
       and p.contact is null and not (p.student_data or p.district_pays or p.space)
       and not exists (select from compliance_documents d
         where d.district_id = app_district() and d.organization_id = p.organization_id)`,
    [importId],
  )

/** Organisations that stayed after all, because others depend on them, have a passport again where they need one. */
export const givePassports = (sql: Writing) =>
  sql.run(
    `insert into passports (district_id, organization_id)
     select distinct district_id, organization_id from partnerships where district_id = app_district()
     on conflict (district_id, organization_id) do nothing`,
    [],
  )
