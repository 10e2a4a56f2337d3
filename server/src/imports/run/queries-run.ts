import { statement } from '../../db/statement.ts'
import type { Db } from '../../db/db.ts'
import type { Scan } from './read-scales.ts'
import type { Note } from './outcome.ts'
import type { Writing } from './queries-staging.ts'

export type ImportStatus =
  | 'uploaded'
  | 'checking'
  | 'checked'
  | 'queued'
  | 'running'
  | 'done'
  | 'failed'
  | 'undoing'
  | 'undone'
  | 'cancelled'

/** An import as its run needs it. */
export interface StoredImport {
  id: string
  kind: string
  status: ImportStatus
  fileName: string
  sha256: string
  sizeBytes: number
  mapping: (string | null)[]
  options: Record<string, string>
  scan: (Scan & { mapping: string }) | null
  startedByName: string
  startedBy: string | null
}

export const storedImport = async (sql: Writing, importId: string): Promise<StoredImport | undefined> =>
  (
    await sql.rows<StoredImport>(
      `select i.id, i.kind, i.status, i.file_name as "fileName", f.sha256, f.size_bytes as "sizeBytes", i.mapping, i.options, i.scan,
         i.started_by_name as "startedByName", i.started_by as "startedBy"
       from imports i join files f on f.district_id = i.district_id and f.id = i.file_id
       where i.district_id = app_district() and i.id = $1`,
      [importId],
    )
  )[0]

/** Takes the work on an import for this connection as long as it lives; false when someone else is at it. */
export const takeWork = async (sql: Writing, importId: string): Promise<boolean> =>
  (
    await sql.rows<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 7200119)) as taken',
      [importId],
    )
  )[0]?.taken ?? false

/** Whether nobody works on it: a server that died holds nothing. */
export const isAbandoned = async (sql: Writing, importId: string): Promise<boolean> =>
  (
    await sql.rows<{ free: boolean }>(
      `select pg_try_advisory_lock(hashtextextended($1, 7200119)) and pg_advisory_unlock(hashtextextended($1, 7200119)) as free`,
      [importId],
    )
  )[0]?.free ?? false

/** Opens the one transaction of an import: who does it, for which import, imports of a district one after the other. */
export const beginImport = async (sql: Writing, districtId: string, stored: StoredImport): Promise<void> => {
  await sql.run('begin')
  await sql.run(
    `select set_config('app.district_id', $1, true), set_config('app.import_id', $2, true),
       set_config('app.actor_kind', case when $3 = '' then 'system' else 'user' end, true),
       set_config('app.actor_id', $3, true), set_config('app.actor_name', $4, true),
       set_config('lock_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '15min', true),
       set_config('work_mem', '64MB', true)`,
    [districtId, stored.id, stored.startedBy ?? '', stored.startedByName || 'import'],
  )
  await sql.run('select pg_advisory_xact_lock(hashtextextended($1, 7200120))', [districtId])
}

export interface Ending {
  readonly status: ImportStatus
  readonly rowsTotal: number
  readonly kept: number
  readonly refused: number
  readonly repeated: number
  readonly counts: object
  readonly notes: readonly Note[]
  readonly seconds: number
  readonly peakBytes: number
}

/** Says how a check or a run ended. */
export const endWork = (sql: Writing, importId: string, end: Ending): Promise<number> =>
  sql.run(
    `update imports set status = $2, rows_total = $3, rows_read = $3, rows_kept = $4, rows_refused = $5, rows_repeated = $6,
       counts = $7, notes = $8, seconds = $9, peak_bytes = $10, failure = null, finished_at = clock_timestamp()
     where district_id = app_district() and id = $1`,
    [
      importId,
      end.status,
      end.rowsTotal,
      end.kept,
      end.refused,
      end.repeated,
      JSON.stringify(end.counts),
      JSON.stringify(end.notes),
      end.seconds,
      end.peakBytes,
    ],
  )

export const failWork = (sql: Writing, importId: string, failure: string): Promise<number> =>
  sql.run(
    `update imports set status = 'failed', failure = $2, finished_at = clock_timestamp()
     where district_id = app_district() and id = $1 and status in ('queued', 'running', 'checking', 'undoing')`,
    [importId, failure],
  )

/** One row of the audit stands for all an import did, or took back. */
export const auditImport = (
  sql: Writing,
  importId: string,
  action: 'import' | 'undo',
  changes: object,
): Promise<number> =>
  sql.run(
    `insert into audit_log (district_id, actor_kind, actor_id, actor_name, action, table_name, record_id, changes)
     select app_district(), current_setting('app.actor_kind'), nullif(current_setting('app.actor_id'), '')::uuid,
       current_setting('app.actor_name'), $2, 'imports', $1, $3`,
    [importId, action, JSON.stringify(changes)],
  )

export const keepScan = (sql: Writing, importId: string, scan: Scan, mapping: string): Promise<number> =>
  sql.run(`update imports set scan = $2, rows_total = $3 where district_id = app_district() and id = $1`, [
    importId,
    JSON.stringify({ ...scan, mapping }),
    scan.rows,
  ])

/** Marks work as begun, anew when it was cut off. */
export const beginWork = (
  sql: Writing,
  importId: string,
  status: 'checking' | 'running' | 'undoing',
): Promise<number> =>
  sql.run(
    `update imports set times_interrupted = times_interrupted + case when status = 'running' and $2 = 'running' then 1 else 0 end,
       status = $2, rows_read = 0, rows_kept = 0, rows_refused = 0, failure = null, started_at = now(), finished_at = null
     where district_id = app_district() and id = $1`,
    [importId, status],
  )

const unfinished = statement<{ district_id: string; id: string; status: ImportStatus }>(
  'select * from unfinished_imports()',
)

/** Imports under way anywhere, for a server that starts. */
export const unfinishedImports = (db: Db) => db.many(unfinished)
