import { refusesRow, type RowProblem } from '@common-table/shared/imports/problems'
import type { Writing } from './queries-staging.ts'

/** Writes how far it is and tells listeners; false when it was cancelled meanwhile. */
export const noteProgress = async (
  sql: Writing,
  importId: string,
  progress: {
    phase: string
    rowsRead: number
    rowsRefused: number
    share: number
    rowsPerSecond: number
    secondsLeft: number | null
  },
): Promise<boolean> => {
  const going = await sql.run(
    `update imports set rows_read = $2, rows_refused = $3
     where district_id = app_district() and id = $1 and status in ('running', 'checking', 'undoing')`,
    [importId, progress.rowsRead, progress.rowsRefused],
  )
  if (going > 0)
    await sql.run(`select pg_notify('imports', $1)`, [JSON.stringify({ id: importId, ...progress })])
  return going > 0
}

export const tellEnded = (sql: Writing, importId: string): Promise<number> =>
  sql.run(`select pg_notify('imports', $1)`, [JSON.stringify({ id: importId, ended: true })])

export const forgetProblems = (sql: Writing, importId: string): Promise<number> =>
  sql.run('delete from import_problems where district_id = app_district() and import_id = $1', [importId])

/** Keeps what was said about rows; several about one row are numbered on. */
export const keepProblems = (
  sql: Writing,
  importId: string,
  problems: readonly RowProblem[],
): Promise<number> =>
  sql.run(
    `insert into import_problems (district_id, import_id, row_number, ordinal, column_name, code, refused, value, facts)
     select app_district(), $1, given.row_number,
       (select coalesce(max(p.ordinal) + 1, 0) from import_problems p
         where p.district_id = app_district() and p.import_id = $1 and p.row_number = given.row_number)
         + row_number() over (partition by given.row_number order by given.place) - 1,
       given.column_name, given.code, given.refused, given.value, given.facts
     from unnest($2::integer[], $3::text[], $4::text[], $5::boolean[], $6::text[], $7::jsonb[]) with ordinality
       as given (row_number, column_name, code, refused, value, facts, place)`,
    [
      importId,
      problems.map(({ row }) => row),
      problems.map(({ column }) => column ?? ''),
      problems.map(({ code }) => code),
      problems.map(refusesRow),
      problems.map(({ value }) => value ?? ''),
      problems.map(({ params }) => JSON.stringify(params ?? {})),
    ],
  )
