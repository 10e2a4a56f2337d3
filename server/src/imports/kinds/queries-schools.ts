import { foldText } from '@common-table/shared/matching/text'
import type { Writing } from '../run/queries-staging.ts'

/** For each school code, folded, the newest school year its directory entry speaks of. */
export const newestYears = async (sql: Writing): Promise<Map<string, string>> => {
  const rows = await sql.rows<{ code: string; year: string | null }>(
    'select code, enrolment_year as year from schools where district_id = app_district()',
  )
  return new Map(rows.map(({ code, year }) => [foldText(code), year ?? '']))
}

/** The ids of schools, in the order of their codes. */
export const schoolIds = async (sql: Writing, codes: readonly string[]): Promise<string[]> =>
  (
    await sql.rows<{ id: string }>(
      `select s.id from unnest($1::text[]) with ordinality as given (code, place)
       join schools s on s.district_id = app_district() and s.code = given.code order by given.place`,
      [codes],
    )
  ).map(({ id }) => id)
