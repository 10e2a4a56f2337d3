import { createReadStream, createWriteStream } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { districtId, sizes, type Size } from './load.ts'

/** The same new measurements twice: as people send them, and as COPY takes them. */
export interface MeasurementFiles {
  readonly rows: number
  /** Rows of the CSV file that name no school, and must be refused. */
  readonly refused: number
  readonly csv: string
  readonly copy: string
}

const columns =
  'district_id, metric_id, school_id, group_id, period_id, status, value, numerator, denominator, import_id'

/**
 * Makes up figures of metrics that have none yet, year by year and school by school as state files are, in a temporary
 * table of this connection.
 */
export const makeUpMeasurements = async (admin: pg.Client, size: Size): Promise<void> => {
  const { schools, metrics, groups, imported } = sizes[size]
  const free = 40 - metrics
  await admin.query(`create temp table new_measurements as
    select row_number() over (order by y.starts_on desc, s.code, m.code, g.code) as place,
      s.code as school, y.label as year, g.name as student_group, m.name as metric,
      '${districtId}'::uuid as district_id, m.id as metric_id, s.id as school_id, g.id as group_id, y.id as period_id,
      'reported' as status, (40 + (s.place * m.place) % 60)::double precision as value,
      (40 + s.place % 60)::double precision as numerator, 100::double precision as denominator,
      '00000000-0000-4000-8000-000000000002'::uuid as import_id
    from (select id, code, row_number() over (order by code) as place from schools where district_id = '${districtId}') s,
      (select id, code, name, row_number() over (order by code) as place from metrics
        where district_id = '${districtId}' and code like 'bench%' order by code offset ${metrics}) m,
      (select id, code, name from student_groups where district_id = '${districtId}' order by code = 'all' desc, code limit ${groups}) g,
      (select p.id, p.starts_on, y.label from periods p join school_years y on y.district_id = p.district_id and y.id = p.school_year_id
        where p.district_id = '${districtId}' and p.kind = 'year' order by p.starts_on desc
        limit ${Math.ceil(imported / (schools * free * groups))}) y
    order by place limit ${imported}`)
  await admin.query('create unique index on new_measurements (place)')
  await admin.query('analyze new_measurements')
}

/** Writes the first `rows` of them as both files. */
export const writeMeasurementFiles = async (
  admin: pg.Client,
  folder: string,
  rows: number,
): Promise<MeasurementFiles> => {
  const refused = Math.ceil(rows / 10_000)
  const csv = join(folder, `measurements-${rows}.csv`)
  const copy = join(folder, `measurements-${rows}.copy`)
  const chosen = `from new_measurements where place <= ${rows} order by place`
  const write = (select: string, format: string, path: string) =>
    pipeline(
      admin.query(copyTo(`copy (select ${select} ${chosen}) to stdout ${format}`)),
      createWriteStream(path),
    )
  const header = `school as "School Code", year as "School Year", student_group as "Student Group", metric as "Metric",
    value as "Value", numerator as "Numerator", denominator as "Denominator"`
  await write(header, 'with (format csv, header)', csv)
  await write(columns, '', copy)
  const { rows: samples } = await admin.query<{ line: string }>(
    `select concat_ws(',', 'no such school', year, student_group, metric, value, numerator, denominator) as line
     from new_measurements where place <= ${refused} order by place`,
  )
  await appendFile(csv, samples.map(({ line }) => `${line}\n`).join(''))
  return { rows, refused, csv, copy }
}

/** COPY of the ready rows into the product's own table, as a superuser whom row-level security does not hold up. */
export const copyIn = (admin: pg.Client, path: string): Promise<void> =>
  pipeline(createReadStream(path), admin.query(copyFrom(`copy measurements (${columns}) from stdin`)))

const ofTheirs = 'where metric_id in (select distinct metric_id from new_measurements)'

/** A digest of the made-up figures that are in the table and of the sums kept of them. */
export const digestOf = async (admin: pg.Client): Promise<string> => {
  const digest = (table: string, facts: string) =>
    `select count(*) || ' rows ' || coalesce(sum(hashtextextended(concat_ws('|', metric_id, group_id, period_id, ${facts}), 0)), 0)
     from ${table} ${ofTheirs}`
  const { rows } = await admin.query<{ figures: string; sums: string }>(
    `select (${digest('measurements', 'school_id, status, value, numerator, denominator')}) as figures,
       (${digest('measurement_sums', 'reported, withheld, sized, value_sum, weighted_sum, weight, numerator')}) as sums`,
  )
  return JSON.stringify(rows[0])
}

/** Takes the made-up figures out again and leaves every table they touched as it was, with nothing to do for the disk. */
export const takeOut = async (admin: pg.Client): Promise<void> => {
  await admin.query("set session_replication_role = 'replica'")
  const touched = ['measurements', 'measurement_sums', 'published_figures', 'published_tables']
  for (const table of touched) await admin.query(`delete from ${table} ${ofTheirs}`)
  await admin.query("set session_replication_role = 'origin'")
  for (const table of touched) await admin.query(`vacuum (analyze) ${table}`)
  await admin.query('checkpoint')
}
