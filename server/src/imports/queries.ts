import type { Db } from '../db/db.ts'
import { listBy, type ListPage } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import { knownMetricsText, type MetricRow } from './run/queries-known.ts'
import type { ImportStatus } from './run/queries-run.ts'

/** Whoever sees only some schools sees no imports: a file speaks of every school. */
type Scope = readonly string[] | null

const summaryJson = `'id', i.id, 'kind', i.kind, 'fileName', i.file_name, 'status', i.status, 'rowsTotal', i.rows_total,
  'rowsRead', i.rows_read, 'rowsKept', i.rows_kept, 'rowsRefused', i.rows_refused, 'rowsRepeated', i.rows_repeated,
  'startedByName', i.started_by_name, 'createdAt', i.created_at, 'finishedAt', i.finished_at`

const list = listBy({
  alias: 'i',
  from: 'imports i',
  filters: { kind: 'i.kind = ?', status: 'i.status = ?', nothing: '?::boolean' },
  sorts: { newest: [['i.id', 'uuid']] },
  item: `json_build_object(${summaryJson})`,
})

export const importsOf = (
  db: Db,
  scope: Scope,
  filter: { kind?: string; status?: string; limit?: number },
  after: unknown[] | undefined,
): Promise<ListPage> => {
  const { kind, status, limit = 50 } = filter
  return list(db, {
    filters: { kind, status, ...(scope !== null && { nothing: false }) },
    sort: 'newest',
    descending: true,
    after,
    limit,
  })
}

const one = statement<{
  import: string
  version: number
  status: ImportStatus
  kind: string
}>(`select json_build_object(${summaryJson},
    'columns', i.columns, 'mapping', i.mapping, 'options', i.options, 'counts', i.counts, 'notes', i.notes,
    'problems', (select coalesce(json_agg(json_build_object('code', p.code, 'refused', p.refused, 'n', p.n) order by p.refused desc, p.n desc), '[]')
      from (select code, refused, count(*) as n from import_problems
        where district_id = app_district() and import_id = i.id group by 1, 2) p),
    'failure', i.failure, 'timesInterrupted', i.times_interrupted, 'seconds', i.seconds, 'peakBytes', i.peak_bytes,
    'sizeBytes', f.size_bytes, 'version', i.version)::text as import, i.version, i.status, i.kind
  from imports i join files f on f.district_id = i.district_id and f.id = i.file_id
  where i.district_id = app_district() and i.id = $1 and $2::uuid[] is null`)

/** One import as JSON, or nothing when the caller may not see it. */
export const findImport = (db: Db, scope: Scope, importId: string) => db.one(one, [importId, scope])

const metrics = statement<MetricRow>(knownMetricsText)
export const metricsOf = (db: Db) => db.many(metrics)

const remembered = statement<{ mapping: Record<string, string | null>; options: Record<string, string> }>(
  `select mapping, options from import_mappings where district_id = app_district() and kind = $1 and signature = $2`,
)
/** How a file with these headers was mapped last time. */
export const rememberedMapping = (db: Db, kind: string, signature: string) =>
  db.one(remembered, [kind, signature])

const remember = statement(`insert into import_mappings (district_id, kind, signature, mapping, options)
  values (app_district(), $1, $2, $3, $4)
  on conflict (district_id, kind, signature) do update set mapping = excluded.mapping, options = excluded.options, used_at = now()`)
export const rememberMappingAs = (
  db: Db,
  kind: string,
  signature: string,
  mapping: object,
  options: object,
) => db.run(remember, [kind, signature, JSON.stringify(mapping), JSON.stringify(options)])

const insert = statement<{ id: string }>(`with kept as (
    insert into files (district_id, name, media_type, size_bytes, sha256, created_by)
    values (app_district(), $1, $2, $3, $4, $5) returning id)
  insert into imports (district_id, kind, file_id, file_name, signature, columns, mapping, options, started_by, started_by_name)
  select app_district(), $6, kept.id, $1, $7, $8, $9, $10, $5, $11 from kept returning id`)

export interface NewImport {
  readonly kind: string
  readonly file: { name: string; mediaType: string; sizeBytes: number; sha256: string }
  readonly signature: string
  readonly columns: readonly object[]
  readonly mapping: readonly (string | null)[]
  readonly options: object
  readonly by: { id: string | null; name: string }
}

export const insertImport = async (
  db: Db,
  { kind, file, signature, columns, mapping, options, by }: NewImport,
): Promise<string> =>
  (await db.one(insert, [
    file.name,
    file.mediaType,
    file.sizeBytes,
    file.sha256,
    by.id,
    kind,
    signature,
    JSON.stringify(columns),
    JSON.stringify(mapping),
    JSON.stringify(options),
    by.name,
  ]))!.id

const change =
  statement(`update imports set mapping = coalesce($3, mapping), options = coalesce($4, options), status = 'uploaded',
    counts = '{}', notes = '[]', failure = null, rows_read = 0, rows_kept = 0, rows_refused = 0, rows_repeated = 0
  where district_id = app_district() and id = $1 and version = $2 and status in ('uploaded', 'checked', 'failed', 'cancelled', 'undone')`)

export const changeImport = async (
  db: Db,
  importId: string,
  version: number,
  { mapping, options }: { mapping?: readonly (string | null)[]; options?: object },
): Promise<boolean> =>
  (await db.run(change, [
    importId,
    version,
    mapping === undefined ? null : JSON.stringify(mapping),
    options === undefined ? null : JSON.stringify(options),
  ])) > 0

const move = statement<{
  signature: string
}>(`update imports set status = $2, started_by = $4, started_by_name = $5, finished_at = null
  where district_id = app_district() and id = $1 and status = any($3::text[]) returning signature`)

/** Takes an import from one of some states to the next; answers whether it was in one of them. */
export const moveImport = async (
  db: Db,
  importId: string,
  to: ImportStatus,
  from: readonly ImportStatus[],
  by: { id: string | null; name: string },
): Promise<string | undefined> => (await db.one(move, [importId, to, from, by.id, by.name]))?.signature

const problemList = listBy({
  alias: 'p',
  from: 'import_problems p',
  filters: { importId: 'p.import_id = ?', code: 'p.code = ?', refused: 'p.refused = ?' },
  sorts: {
    row: [
      ['p.row_number', 'integer'],
      ['p.ordinal', 'smallint'],
    ],
  },
  item: `json_build_object('row', p.row_number, 'ordinal', p.ordinal, 'column', p.column_name, 'code', p.code,
    'refused', p.refused, 'value', p.value, 'params', p.facts)`,
  counted: true,
})

export const problemsOf = (
  db: Db,
  importId: string,
  { code, refused, limit = 50 }: { code?: string; refused?: boolean; limit?: number },
  after: unknown[] | undefined,
): Promise<ListPage> => {
  return problemList(db, {
    filters: { importId, code, refused },
    sort: 'row',
    after,
    limit,
  })
}

export interface RefusedRow {
  row: number
  problems: { column: string; code: string; value: string; params: Record<string, string | number> }[]
}
const refusedPage =
  statement<RefusedRow>(`select row_number as row, json_agg(json_build_object('column', column_name,
    'code', code, 'value', value, 'params', facts) order by ordinal) as problems
  from import_problems where district_id = app_district() and import_id = $1 and refused and row_number > $2
  group by row_number order by row_number limit 1000`)

/** The refused rows of an import after a row, a thousand at a time. */
export const refusedRows = (db: Db, importId: string, after: number) =>
  db.many(refusedPage, [importId, after])

const source = statement<{
  fileName: string
  sha256: string
  locale: string
}>(`select i.file_name as "fileName", f.sha256,
    coalesce((select locale from users u where u.district_id = app_district() and u.id = $2), 'en') as locale
  from imports i join files f on f.district_id = i.district_id and f.id = i.file_id where i.district_id = app_district() and i.id = $1`)
export const sourceOf = (db: Db, importId: string, personId: string | null) =>
  db.one(source, [importId, personId])
