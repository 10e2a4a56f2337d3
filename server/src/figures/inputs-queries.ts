import type { FigureSubject } from '@common-table/shared/figures/codes'
import { utc } from '../db/utc.ts'
import type { Numbered } from './asked-parts.ts'
import type { TableSource } from './table-source.ts'

/** The newest files of a table are told one by one, the others counted. */
const FILES_TOLD = 10

const file = `json_build_object('importId', f.id, 'fileName', f.file_name, 'importedAt', ${utc('f.finished_at')}, 'rows', f.rows)`
const filesOf = (table: string, where: string, files: TableSource['files']): string => {
  if (files === undefined) return `'files', '[]'::json, 'fileCount', 0`
  const brought =
    files === 'in-row'
      ? `select t.import_id, count(*)::integer as rows from ${table} t where ${where} and t.import_id is not null group by t.import_id`
      : `select c.import_id, count(distinct t.id)::integer as rows from import_changes c join ${table} t
          on t.district_id = c.district_id and t.id = (c.record_key ->> 'id')::uuid
        where c.district_id = app_district() and c.table_name = '${table}' and ${where} group by c.import_id`
  const joined = `from imports i join (${brought}) b on b.import_id = i.id where i.district_id = app_district() and i.status = 'done'`
  return `'files', (select coalesce(json_agg(${file} order by f.finished_at desc), '[]')
      from (select i.id, i.file_name, i.finished_at, b.rows ${joined} order by i.finished_at desc limit ${FILES_TOLD}) f),
    'fileCount', (select count(*) ${joined})`
}

export const changedBy = (
  table: string,
  source: TableSource,
  { metricId }: FigureSubject,
  { put }: Numbered,
): string => {
  if (source.audited)
    return `(select a.actor_name from audit_log a where a.district_id = app_district() and a.table_name = '${table}'
        and a.record_id = n.id order by a.id desc limit 1)`
  return source.byMetric && metricId
    ? source.byMetric.replace('?', put('metricId', metricId, 'uuid'))
    : 'null'
}

/** One table as JSON: its rows, the newest change, the files they came in by. */
export const inputOf = (table: string, source: TableSource, where: string, by: string): string => {
  return `(select json_build_object('table', '${table}', 'rows', n.rows, 'changedAt', ${utc('n.at')},
      'changedBy', ${by}, 'changedId', ${source.audited ? 'n.id' : 'null::uuid'}, ${filesOf(table, where, source.files)})
    from (select count(*)::integer as rows, max(${source.changed}) as at
      ${source.audited ? `, (array_agg(t.id order by ${source.changed} desc nulls last))[1] as id` : ''}
      from ${table} t where ${where}) n)`
}
