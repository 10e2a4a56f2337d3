import { openProgress } from './progress.ts'
import type { ImportWork } from './import-task.ts'
import * as work from './queries-run.ts'
import type { writingOn } from './queries-staging.ts'
import { dropEmptyPassports, givePassports, undoFigures } from './queries-undo.ts'

/** Takes back what an import changed, its figures among it, and writes that down. */
export const undo = async (
  sql: ReturnType<typeof writingOn>,
  aside: ReturnType<typeof writingOn>,
  job: ImportWork,
  stored: work.StoredImport,
): Promise<void> => {
  const progress = openProgress(aside, job)
  await work.beginImport(sql, job.districtId, stored)
  const figures = await undoFigures(sql, job.importId)
  await dropEmptyPassports(sql, job.importId)
  const [{ done } = { done: {} }] = await sql.rows<{ done: object }>(
    'select undo_import_changes($1) as done',
    [job.importId],
  )
  const result = { ...done, measurements: figures }
  await givePassports(sql)
  await work.auditImport(sql, job.importId, 'undo', result)
  await sql.run('delete from import_changes where district_id = app_district() and import_id = $1', [
    job.importId,
  ])
  await sql.run(
    `update imports set status = 'undone', undone_at = clock_timestamp(), counts = counts || jsonb_build_object('undo', $2::jsonb), seconds = $3
     where district_id = app_district() and id = $1`,
    [job.importId, JSON.stringify(result), progress.spent().seconds],
  )
  await sql.run('commit')
}
