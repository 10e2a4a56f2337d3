import { importKindOf, type ImportKindKey } from '@common-table/shared/imports/kinds/registry'
import { chosen } from '@common-table/shared/imports/kinds/kind'
import { refusesRow, rowProblem, type RowProblem } from '@common-table/shared/imports/problems'
import { isLost } from '../../db/lost.ts'
import type { Services } from '../../http/services.ts'
import { openTable } from '../readers/open-table.ts'
import type { RowNote } from '../readers/table.ts'
import { TableProblem } from '../readers/table-problem.ts'
import { writers } from '../kinds/registry.ts'
import { rememberVersions } from './queries-records.ts'
import { knownMetrics } from './queries-known.ts'
import { writingOn } from './queries-staging.ts'
import { openProblemSink } from './problem-sink.ts'
import { Cancelled, openProgress } from './progress.ts'
import type { ImportTask, ImportWork } from './import-task.ts'
import { readScales } from './read-scales.ts'
import type { Outcome } from './outcome.ts'
import { forgetProblems, tellEnded } from './queries-progress.ts'
import { undo } from './undo-run.ts'
import * as work from './queries-run.ts'

const statusOf = { check: 'checking', run: 'running', undo: 'undoing' } as const
const expected: Record<ImportTask, readonly work.ImportStatus[]> = {
  check: ['checking'],
  run: ['queued', 'running'],
  undo: ['undoing'],
}

/**
 * Carries out one task of an import in one transaction: all of it is written or nothing. A second connection tells how far
 * it is and keeps what is wrong with rows. Does nothing when someone else is at it or it is no longer wanted.
 */
export const carryOut = async (services: Services, job: ImportWork): Promise<void> => {
  const main = await services.raw(job.districtId)
  const side = await services.raw(job.districtId).catch((error: unknown) => {
    main.release()
    throw error
  })
  const [sql, aside] = [writingOn(main.client), writingOn(side.client)]
  try {
    if (!(await work.takeWork(sql, job.importId))) return
    const stored = await work.storedImport(sql, job.importId)
    if (stored === undefined || !expected[job.task].includes(stored.status)) return
    await work.beginWork(aside, job.importId, statusOf[job.task])
    try {
      await (job.task === 'undo'
        ? undo(sql, aside, job, stored)
        : readAndWrite(services, sql, aside, job, stored))
    } catch (error) {
      await sql.run('rollback').catch(() => 0)
      await settleFailure(aside, job, error)
    }
    await tellEnded(aside, job.importId)
  } finally {
    main.release()
    side.release()
  }
}

/** What stops an import is told in a sentence. A lost database or a server that ends is no failure: it starts anew. */
const settleFailure = async (
  aside: ReturnType<typeof writingOn>,
  job: ImportWork,
  error: unknown,
): Promise<void> => {
  if (error instanceof Cancelled) return
  if (job.signal?.aborted) throw error
  if (error instanceof TableProblem) return void (await work.failWork(aside, job.importId, error.message))
  if (isLost(error)) throw error
  const { message } = error as Error
  await work.failWork(aside, job.importId, `The import stopped and left nothing behind: ${message}`)
}

const readAsWindows = { code: 'read_as_windows_1252', params: {} }

const noteProblem = (note: RowNote, row: number, header: readonly string[]): RowProblem =>
  rowProblem(note.code, {
    row,
    ...(note.column !== undefined && { column: header[note.column] ?? '' }),
    ...(note.found !== undefined && { params: { found: note.found } }),
  })

const readAndWrite = async (
  services: Services,
  sql: ReturnType<typeof writingOn>,
  aside: ReturnType<typeof writingOn>,
  job: ImportWork,
  stored: work.StoredImport,
): Promise<void> => {
  const kind = importKindOf(stored.kind)!
  const dry = job.task === 'check'
  const path = services.files.pathOf(stored.sha256)
  const progress = openProgress(aside, job)
  const problems = openProblemSink(aside, job.importId)
  await forgetProblems(aside, job.importId)
  const metrics = await knownMetrics(sql)
  const signature = JSON.stringify(stored.mapping)
  const scan =
    stored.scan?.mapping === signature
      ? stored.scan
      : await readScales(path, stored.mapping, metrics, job.signal)
  await work.keepScan(aside, job.importId, scan, signature)

  await work.beginImport(sql, job.districtId, stored)
  const table = await openTable(path)
  const writer = await writers[stored.kind as ImportKindKey]({
    sql,
    importId: job.importId,
    fileName: stored.fileName,
    kind,
    header: table.header,
    mapping: stored.mapping,
    options: chosen(kind, stored.options),
    metrics,
    readings: scan.readings,
    metricScales: scan.metricScales,
    dry,
  })
  let [rows, refused] = [0, 0]
  for await (const batch of table) {
    for (const { row, cells, notes } of batch) {
      const found: RowProblem[] =
        notes === undefined ? [] : notes.map((note) => noteProblem(note, row, table.header))
      writer.row(cells, row, found)
      rows++
      if (found.length === 0) continue
      if (found.some(refusesRow)) refused++
      problems.add(found)
    }
    await writer.flush()
    await problems.flush()
    await progress.at('reading', rows, refused, scan.rows)
  }
  await progress.at('writing', rows, refused, scan.rows, true)
  const outcome: Outcome = await writer.finish()
  problems.add([...outcome.late])
  await problems.flush(true)
  refused += new Set(outcome.late.filter(refusesRow).map(({ row }) => row)).size
  await progress.at('writing', rows, refused, scan.rows, true)
  const { seconds, peakBytes } = progress.spent()
  const end = {
    status: dry ? 'checked' : 'done',
    rowsTotal: rows,
    kept: rows - refused - outcome.repeated,
    refused,
    repeated: outcome.repeated,
    counts: outcome.counts,
    notes: [...(table.encoding === 'windows-1252' ? [readAsWindows] : []), ...outcome.notes],
    seconds,
    peakBytes,
  } as const
  if (dry) {
    await sql.run('rollback')
    await work.endWork(aside, job.importId, end)
    return
  }
  await rememberVersions(sql, job.importId)
  await work.auditImport(sql, job.importId, 'import', {
    file: stored.fileName,
    kind: stored.kind,
    rows,
    refused,
    ...outcome.counts,
  })
  await work.endWork(sql, job.importId, end)
  await sql.run('commit')
}
