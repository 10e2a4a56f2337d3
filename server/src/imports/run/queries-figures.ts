import type { Figure } from '@common-table/shared/imports/kinds/read-figures'
import { rowProblem, type RowProblem } from '@common-table/shared/imports/problems'
import type { Counts } from './outcome.ts'
import { openStaging, type Writing } from './queries-staging.ts'

/** What the small numbers of the staged figures stand for. */
export interface FigureIds {
  readonly metrics: readonly string[]
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

export type Conflicts = 'fit' | 'weighted' | 'refuse'

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

const place = 'metric, school, grp, period'
const said = (alias: string) => `(${alias}.status, ${alias}.value, ${alias}.numerator, ${alias}.denominator)`

/** Gathers figures and writes them as one set: new ones inserted, different ones corrected, the same ones left alone. */
export const openFigures = async (sql: Writing): Promise<Figures> => {
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
    write: async (importId, ids, conflicts, dry) => {
      await staging.flush(true)
      await sql.run('analyze staged_figures')
      const { repeated, late } = await settleRepeated(sql, conflicts)
      for (const [name, values] of Object.entries(ids))
        await sql.run(
          `create temp table import_${name} on commit drop as
           select (place - 1)::integer as at, id from unnest($1::uuid[]) with ordinality as given (id, place)`,
          [values],
        )
      for (const name of Object.keys(ids)) await sql.run(`analyze import_${name}`)
      const counts = await writeFigures(sql, importId, dry)
      await sql.run(
        `drop table staged_figures, ${Object.keys(ids)
          .map((name) => `import_${name}`)
          .join(', ')}`,
      )
      return { counts, repeated, late }
    },
  }
}

/** Where a file has several rows for one figure: the same twice counts once, the best fit wins, the rest is refused. */
const settleRepeated = async (
  sql: Writing,
  conflicts: Conflicts,
): Promise<{ repeated: number; late: RowProblem[] }> => {
  const order = conflicts === 'refuse' ? 'row' : `status = 'missing', fit, row`
  const found = await sql.run(
    `create temp table repeated_figures on commit drop as
     select row, ${place}, winner,
       case when alike then 'same_row_twice'
            when ${conflicts === 'refuse' ? 'false' : `fit > best or (status = 'missing' and kept <> 'missing')`} then 'combined_with_other_row'
            when ${conflicts === 'weighted' ? 'weighable' : 'false'} then 'combined_with_other_row'
            else 'conflicts_with_earlier_row' end as code
     from (select f.row, f.status, f.fit, ${place.replaceAll(/\w+/g, 'f.$&')},
         row_number() over w as place, first_value(f.row) over w as winner, first_value(f.fit) over w as best,
         first_value(f.status) over w as kept,
         ${said('f')} is not distinct from (first_value(f.status) over w, first_value(f.value) over w,
           first_value(f.numerator) over w, first_value(f.denominator) over w) as alike,
         bool_and(f.status = 'reported' and f.denominator > 0) over (partition by ${place}) as weighable
       from staged_figures f
       join (select ${place} from staged_figures group by ${place} having count(*) > 1) many using (${place})
       window w as (partition by ${place} order by ${order})) ranked
     where place > 1`,
  )
  if (found === 0) return { repeated: 0, late: [] }
  if (conflicts === 'weighted')
    await sql.run(
      `update staged_figures f set value = c.value, numerator = c.numerator, denominator = c.denominator
       from (select ${place}, r.winner, sum(f.value * f.denominator) / sum(f.denominator) as value,
           sum(f.numerator) as numerator, sum(f.denominator) as denominator
         from staged_figures f join (select distinct ${place}, winner from repeated_figures where code = 'combined_with_other_row') r using (${place})
         group by ${place}, r.winner having bool_and(f.status = 'reported' and f.denominator > 0)) c
       where f.row = c.winner and f.metric = c.metric and f.school = c.school and f.grp = c.grp and f.period = c.period`,
    )
  const told = await sql.rows<{ row: number; code: RowProblem['code']; winner: number }>(
    `select distinct on (row) row, code, winner from repeated_figures order by row, code = 'conflicts_with_earlier_row' desc, winner`,
  )
  await sql.run(
    `delete from staged_figures f using repeated_figures r where f.row = r.row
       and (r.code = 'conflicts_with_earlier_row' or (f.metric = r.metric and f.grp = r.grp and f.period = r.period))`,
  )
  const [{ repeated } = { repeated: 0 }] = await sql.rows<{ repeated: number }>(
    `select count(*)::integer as repeated from (
       select row from repeated_figures group by row having bool_and(code <> 'conflicts_with_earlier_row')
       except select row from staged_figures) gone`,
  )
  const late = told.map(({ row, code, winner }) => rowProblem(code, { row, params: { row: winner } }))
  return { repeated, late }
}

const joined = `staged_figures f join import_metrics m on m.at = f.metric join import_schools s on s.at = f.school
  join import_groups g on g.at = f.grp join import_periods p on p.at = f.period`
const existing = `measurements x on x.district_id = app_district() and x.metric_id = m.id and x.period_id = p.id
  and x.group_id = g.id and x.school_id = s.id`

const writeFigures = async (sql: Writing, importId: string, dry: boolean): Promise<Counts> => {
  const [{ known, total } = { known: true, total: 0 }] = await sql.rows<{ known: boolean; total: number }>(
    `select exists (select from measurements where district_id = app_district()
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
       select f.row, f.metric, ${said('x')} is distinct from ${said('f')} as differs from ${joined} join ${existing}`,
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
      `update measurements x set status = f.status, value = f.value, numerator = f.numerator, denominator = f.denominator,
         import_id = $1, recorded_at = now()
       from ${joined} where x.district_id = app_district() and x.metric_id = m.id and x.period_id = p.id
         and x.group_id = g.id and x.school_id = s.id and ${said('x')} is distinct from ${said('f')}`,
      [importId],
    )
  }
  if (added > 0)
    await sql.run(
      `insert into measurements (district_id, metric_id, school_id, group_id, period_id, status, value, numerator, denominator, import_id)
       select app_district(), m.id, s.id, g.id, p.id, f.status, f.value, f.numerator, f.denominator, $1
       from ${joined} ${known ? 'where not exists (select from known_figures k where k.row = f.row and k.metric = f.metric)' : ''}
       on conflict (district_id, metric_id, period_id, group_id, school_id) do update
         set status = excluded.status, value = excluded.value, numerator = excluded.numerator,
           denominator = excluded.denominator, import_id = excluded.import_id, recorded_at = now()`,
      [importId],
    )
  return { new: added, updated: changed, unchanged: same }
}

/** Takes an import's figures back: new ones go, corrected ones say what they said. Those corrected since stay. */
export const undoFigures = async (
  sql: Writing,
  importId: string,
): Promise<{ removed: number; restored: number; kept: number }> => {
  const restored = await sql.run(
    `update measurements x set status = c.status, value = c.value, numerator = c.numerator, denominator = c.denominator,
       import_id = c.import_id, recorded_at = c.recorded_at
     from measurement_corrections c
     where c.district_id = app_district() and c.replaced_by = $1 and x.district_id = app_district() and x.import_id = $1
       and x.metric_id = c.metric_id and x.period_id = c.period_id and x.group_id = c.group_id
       and x.school_id is not distinct from c.school_id`,
    [importId],
  )
  const removed = await sql.run(
    `delete from measurements where district_id = app_district() and import_id = $1`,
    [importId],
  )
  const [{ kept } = { kept: 0 }] = await sql.rows<{ kept: number }>(
    `select (select count(*) from measurement_corrections where district_id = app_district() and import_id = $1)::integer as kept`,
    [importId],
  )
  await sql.run(
    'delete from measurement_corrections where district_id = app_district() and replaced_by = $1',
    [importId],
  )
  return { removed, restored, kept }
}
