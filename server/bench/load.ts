import pg from 'pg'
import { workOf } from './load-work.ts'

/**
 * How much a size holds, and how many measurements beside that are brought in from a file. S is a small district, M the
 * largest in the country.
 */
export const sizes = {
  /** A district of 2,000 partnerships with all it works with: agreements, promises, check-ins, documents, links. */
  D: { schools: 150, partnerships: 2_000, metrics: 7, years: 3, groups: 4, imported: 50_000 },
  S: { schools: 60, partnerships: 300, metrics: 7, years: 3, groups: 4, imported: 50_000 },
  M: { schools: 1_800, partnerships: 20_000, metrics: 14, years: 10, groups: 4, imported: 1_000_000 },
  L: { schools: 1_800, partnerships: 40_000, metrics: 35, years: 20, groups: 8, imported: 1_000_000 },
} as const
export type Size = keyof typeof sizes

/** The one district of a bench database. */
export const districtId = '00000000-0000-4000-8000-00000000be4c'

const uuid = (kind: number, n: string): string =>
  `('00000000-0000-4${String(kind).padStart(3, '0')}-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const words = `array['River','Harvest','Bright','Summit','Cedar','Union','Lantern','Meadow','Bridge','Anchor','Beacon','Orchard','Prairie','Harbor','Maple','Granite']`
const kinds = `array['Food Bank','Youth Center','Mentors','Health Clinic','Arts Collective','Technical College','Boys and Girls Club','Legal Aid','Library','Robotics League']`

/** Fills an empty, founded district deterministically and set-wise; answers how many rows each table got. */
export const fill = async (ownerUrl: string, size: Size): Promise<Record<string, number>> => {
  const { schools, partnerships, metrics, years, groups } = sizes[size]
  const organizations = Math.ceil(partnerships / 5)
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const counts: Record<string, number> = {}
  const run = async (table: string, sql: string, values: unknown[] = []) => {
    const { rowCount } = await client.query(sql, values)
    counts[table] = (counts[table] ?? 0) + (rowCount ?? 0)
  }
  await client.query(
    "select set_config('app.import_id', '00000000-0000-4000-8000-000000000001', false), set_config('app.district_id', $1, false)",
    [districtId],
  )
  const d = `'${districtId}'::uuid`
  await client.query(`insert into categories (district_id, code, group_code, name)
    select ${d}, 'bench_' || n, 'bench', 'Category ' || n from generate_series(1, 9) n on conflict do nothing`)
  await client.query(`insert into school_years (district_id, label, starts_on, ends_on)
    select ${d}, y || '-' || lpad(((y + 1) % 100)::text, 2, '0'), make_date(y, 7, 1), make_date(y + 1, 6, 30) from generate_series(2006, 2026) y on conflict do nothing`)
  await run(
    'schools',
    `insert into schools (district_id, id, code, name, level, area, grades, enrolment)
    select ${d}, ${uuid(1, 'n')}, lpad(n::text, 5, '0'), (${words})[1 + n % 16] || ' School ' || n,
      (array['elementary','middle','high','k8'])[1 + n % 4], 'Area ' || n % 32, '{K,1,2,3,4,5}', 200 + n % 900
    from generate_series(1, ${schools}) n`,
  )
  await run(
    'organizations',
    `insert into organizations (district_id, id, name, type)
    select ${d}, ${uuid(2, 'n')}, (${words})[1 + n % 16] || ' ' || (${words})[1 + (n / 16) % 16] || ' ' || (${kinds})[1 + n % 10] || ' ' || n,
      (array['nonprofit','business','higher_ed','health','faith'])[1 + n % 5]
    from generate_series(1, ${organizations}) n`,
  )
  await run(
    'services',
    `insert into services (district_id, id, organization_id, name, category_id, tier)
    select ${d}, ${uuid(3, 'n')}, ${uuid(2, 'n')}, 'Service ' || n, c.id, 1 + n % 3
    from generate_series(1, ${organizations}) n
    join (select id, row_number() over (order by code) as place, count(*) over () as all from categories where district_id = ${d}) c on c.place = 1 + n % c.all`,
  )
  await run(
    'service_sites',
    `insert into service_sites (district_id, id, service_id, school_id, capacity_maximum, verified_on)
    select ${d}, ${uuid(4, 'n')}, ${uuid(3, `1 + n % ${organizations}`)}, ${uuid(1, `1 + (n * 7) % ${schools}`)}, 20 + n % 80, current_date - n % 200
    from generate_series(1, ${partnerships}) n on conflict do nothing`,
  )
  await run(
    'partnerships',
    `insert into partnerships (district_id, id, organization_id, name, stage, scope, students_reached, starts_on)
    select ${d}, ${uuid(5, 'n')}, ${uuid(2, `1 + n % ${organizations}`)}, (${words})[1 + (n * 7) % 16] || ' partnership ' || n,
      (array['active','active','active','forming','exploring','expanding','renewing','paused','ended','active'])[1 + n % 10], 'several_schools', n % 400, date '2024-07-01'
    from generate_series(1, ${partnerships}) n`,
  )
  await run(
    'partnership_schools',
    `insert into partnership_schools (district_id, partnership_id, school_id)
    select ${d}, ${uuid(5, 'n')}, ${uuid(1, `1 + (n * 13 + k * 31) % ${schools}`)}
    from generate_series(1, ${partnerships}) n, generate_series(0, 2) k where k <= n % 3 on conflict do nothing`,
  )
  await run(
    'partnership_services',
    `insert into partnership_services (district_id, partnership_id, service_id)
    select ${d}, ${uuid(5, 'n')}, ${uuid(3, `1 + n % ${organizations}`)} from generate_series(1, ${partnerships}) n`,
  )
  await run(
    'needs',
    `insert into needs (district_id, school_id, category_id, school_year_id, tier, severity, students_affected, title, source)
    select ${d}, ${uuid(1, 'n')}, c.id, y.id, 1 + n % 3, 1 + n % 5, 10 + n % 120, 'Need ' || n, 'principal'
    from generate_series(1, ${schools}) n
    join (select id, row_number() over (order by code) as place from categories where district_id = ${d}) c on c.place % 9 = n % 9
    join (select id from school_years where district_id = ${d} order by starts_on desc offset 1 limit 1) y on true`,
  )
  await client.query(`insert into metrics (district_id, code, name, family, unit, direction, on_dashboard)
    select ${d}, 'bench_' || n, 'Bench metric ' || n, 'attendance', 'percent', 'higher_is_better', n <= 7 from generate_series(1, 40) n on conflict do nothing`)
  await client.query(
    `insert into student_groups (district_id, code, name) select ${d}, 'bench_' || n, 'Group ' || n from generate_series(1, 8) n on conflict do nothing`,
  )
  await client.query(`insert into periods (district_id, school_year_id, kind, ordinal, label, starts_on, ends_on)
    select district_id, id, 'year', 1, label, starts_on, ends_on from school_years where district_id = ${d} on conflict do nothing`)
  for (let year = 0; year < years; year++)
    await run(
      'measurements',
      `insert into measurements (district_id, metric_id, school_id, group_id, period_id, value, numerator, denominator)
      select ${d}, m.id, s.id, g.id, p.id, 40 + (s.place * m.place + ${year}) % 60, 40 + s.place % 60, 100
      from (select id, row_number() over (order by code) as place from schools where district_id = ${d}) s,
        (select id, row_number() over (order by code) as place from metrics where district_id = ${d} and code like 'bench%' order by code limit ${metrics}) m,
        (select id from student_groups where district_id = ${d} order by code = 'all' desc, code limit ${groups}) g,
        (select id from periods where district_id = ${d} and kind = 'year' order by starts_on desc offset ${year} limit 1) p`,
    )
  if (size === 'D') for (const [table, sql] of workOf(d, uuid(5, '0'))) await run(table, sql)
  await client.query('vacuum analyze')
  await client.end()
  return counts
}
