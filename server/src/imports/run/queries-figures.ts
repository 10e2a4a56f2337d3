import type { Figure } from '@common-table/shared/imports/kinds/read-figures'
import type { RowProblem } from '@common-table/shared/imports/problems'
import { settleRepeated, type Conflicts } from './queries-repeated-figures.ts'
import type { Counts } from './outcome.ts'
import { byIndex, openStaging, type Writing } from './queries-staging.ts'

/** What the small numbers of the staged figures stand for. */
export interface FigureIds {
  readonly metrics: readonly string[]
  /** The header of each metric's value, to say where two rows differ. */
  readonly columns: readonly string[]
  readonly schools: readonly string[]
  readonly groups: readonly string[]
  readonly periods: readonly string[]
}

export interface FigurePlace {
  readonly row: number
  /** Among rows for the same figure the lowest fit is kept. */
  readonly fit: number
  readonly school: number
  readonly group: number
  readonly period: number
}

export interface WrittenFigures {
  readonly counts: Counts
  readonly repeated: number
  readonly late: RowProblem[]
}

export interface Figures {
  add(place: FigurePlace, figure: Figure): void
  flush(): Promise<void>
  write(importId: string, ids: FigureIds, conflicts: Conflicts, dry: boolean): Promise<WrittenFigures>
}

/** Where figures are kept: of schools, or of partnerships and services. */
interface FigureTable {
  readonly table: string
  /** What with metric, period and group makes a figure one. */
  readonly place: string
  readonly columns: readonly string[]
  /** The same columns of the place `s`. */
  readonly values: readonly string[]
  readonly origin: string
}
export const figuresOfSchools: FigureTable = {
  table: 'measurements',
  place: 'school_id',
  columns: ['school_id'],
  values: ['s.id'],
  origin: '',
}
const named = (table: string) =>
  `(select q.id from ${table} q where q.district_id = app_district() and q.id = s.id)`
export const figuresOfDelivery: FigureTable = {
  table: 'delivery_measurements',
  place: 'place_id',
  columns: ['partnership_id', 'service_id', 'origin'],
  values: [named('partnerships'), named('services'), "'imported'"],
  origin: ", origin = 'imported'",
}

const said = (alias: string) => `(${alias}.status, ${alias}.value, ${alias}.numerator, ${alias}.denominator)`

/** Gathers figures and writes them as one set: new ones inserted, different ones corrected, the same ones left alone. */
export const openFigures = async (sql: Writing, into: FigureTable): Promise<Figures> => {
  const staging = await openStaging(
    sql,
    'staged_figures',
    `(row integer, fit real, metric integer, school integer, grp integer, period integer, status text,
      value double precision, numerator double precision, denominator double precision) on commit drop`,
  )
  return {
    add: (at, figure) =>
      staging.add([
        at.row,
        at.fit,
        figure.plan,
        at.school,
        at.group,
        at.period,
        figure.status,
        figure.value,
        figure.numerator,
        figure.denominator,
      ]),
    flush: () => staging.flush(),
    write: async (importId, { columns, ...ids }, conflicts, dry) => {
      await staging.flush(true)
      await sql.run('analyze staged_figures')
      const { repeated, late } = await settleRepeated(sql, conflicts, columns)
      for (const [name, values] of Object.entries(ids))
        await sql.run(
          `create temp table import_${name} on commit drop as
           select (place - 1)::integer as at, id from unnest($1::uuid[]) with ordinality as given (id, place)`,
          [values],
        )
      for (const name of Object.keys(ids)) await sql.run(`analyze import_${name}`)
      const counts = await writeFigures(sql, into, importId, dry)
      await sql.run(
        `drop table staged_figures, ${Object.keys(ids)
          .map((name) => `import_${name}`)
          .join(', ')}`,
      )
      return { counts, repeated, late }
    },
  }
}

const joined = `staged_figures f join import_metrics m on m.at = f.metric join import_schools s on s.at = f.school
  join import_groups g on g.at = f.grp join import_periods p on p.at = f.period`
const existingIn = ({
  table,
  place,
}: FigureTable) => `${table} x on x.district_id = app_district() and x.metric_id = m.id and x.period_id = p.id
  and x.group_id = g.id and x.${place} = s.id`

const writeFigures = async (
  sql: Writing,
  into: FigureTable,
  importId: string,
  dry: boolean,
): Promise<Counts> => {
  const { table, place, columns, values, origin } = into
  const [{ known, total } = { known: true, total: 0 }] = await sql.rows<{ known: boolean; total: number }>(
    `select exists (select from ${table} where district_id = app_district()
         and metric_id in (select m.id from import_metrics m where exists (select from staged_figures f where f.metric = m.at))
         and period_id in (select p.id from import_periods p where exists (select from staged_figures f where f.period = p.at))) as known,
       (select count(*) from staged_figures)::integer as total`,
  )
  let changed = 0
  let same = 0
  if (known) {
    // The planner takes a table written a moment ago for small, and would look up one figure after the other.
    await sql.run('set local enable_nestloop = off')
    await sql.run(
      `create temp table known_figures on commit drop as
       select f.row, f.metric, ${said('x')} is distinct from ${said('f')} as differs from ${joined} join ${existingIn(into)}`,
    )
    await sql.run('set local enable_nestloop = on')
    await sql.run('analyze known_figures')
    const [found] = await sql.rows<{ changed: number; same: number }>(
      `select count(*) filter (where differs)::integer as changed, count(*) filter (where not differs)::integer as same from known_figures`,
    )
    changed = found?.changed ?? 0
    same = found?.same ?? 0
  }
  const added = total - changed - same
  if (dry || added + changed === 0) return { new: added, updated: changed, unchanged: same }
  if (changed > 0) {
    // What the figures said before is kept by the table's own trigger.
    await sql.run(
      `update ${table} x set status = f.status, value = f.value, numerator = f.numerator, denominator = f.denominator,
         import_id = $1, recorded_at = now()${origin}
       from ${joined} where x.district_id = app_district() and x.metric_id = m.id and x.period_id = p.id
         and x.group_id = g.id and x.${place} = s.id and ${said('x')} is distinct from ${said('f')}`,
      [importId],
    )
  }
  if (added > 0) {
    await byIndex(sql, true)
    await sql.run(
      `insert into ${table} (district_id, metric_id, ${columns.join(', ')}, group_id, period_id, status, value, numerator, denominator, import_id)
       select app_district(), m.id, ${values.join(', ')}, g.id, p.id, f.status, f.value, f.numerator, f.denominator, $1
       from ${joined} ${known ? 'where not exists (select from known_figures k where k.row = f.row and k.metric = f.metric)' : ''}
       on conflict (district_id, metric_id, period_id, group_id, ${place}) do update
         set status = excluded.status, value = excluded.value, numerator = excluded.numerator,
           denominator = excluded.denominator, import_id = excluded.import_id, recorded_at = now()${origin}`,
      [importId],
    )
    await byIndex(sql, false)
  }
  return { new: added, updated: changed, unchanged: same }
}
