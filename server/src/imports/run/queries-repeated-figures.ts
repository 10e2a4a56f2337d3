import { rowProblem, type RowProblem } from '@common-table/shared/imports/problems'
import type { Writing } from './queries-staging.ts'

/** What becomes of several rows for one figure. */
export type Conflicts = 'fit' | 'weighted' | 'refuse'

const place = 'metric, school, grp, period'
const said = (alias: string) => `(${alias}.status, ${alias}.value, ${alias}.numerator, ${alias}.denominator)`

/**
 * Where a file has several rows for one figure: the same twice counts once, the best fit wins, the rest is refused. With
 * `weighted`, rates that say how many students stand behind them become one rate of all those students.
 */
export const settleRepeated = async (
  sql: Writing,
  conflicts: Conflicts,
  columns: readonly string[],
): Promise<{ repeated: number; late: RowProblem[] }> => {
  const order = conflicts === 'refuse' ? 'row' : `status = 'missing', fit, row`
  const found = await sql.run(
    `create temp table repeated_figures on commit drop as
     select row, ${place}, winner, value,
       case when alike then 'same_row_twice'
            when ${conflicts === 'refuse' ? 'false' : `fit > best or (status = 'missing' and kept <> 'missing')`} then 'combined_with_other_row'
            when ${conflicts === 'weighted' ? 'weighable' : 'false'} then 'combined_with_other_row'
            else 'conflicts_with_earlier_row' end as code
     from (select f.row, f.status, f.fit, f.value, ${place.replaceAll(/\w+/g, 'f.$&')},
         row_number() over w as place, first_value(f.row) over w as winner, first_value(f.fit) over w as best,
         first_value(f.status) over w as kept,
         ${said('f')} is not distinct from (first_value(f.status) over w, first_value(f.value) over w,
           first_value(f.numerator) over w, first_value(f.denominator) over w) as alike,
         bool_and(f.status = 'missing' or (f.status = 'reported' and f.denominator > 0)) over (partition by ${place}) as weighable
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
           case when count(f.numerator) = count(*) then sum(f.numerator) end as numerator, sum(f.denominator) as denominator
         from staged_figures f join (select distinct ${place}, winner from repeated_figures where code = 'combined_with_other_row') r using (${place})
         where f.status <> 'missing' and not exists (select from repeated_figures twice
           where twice.row = f.row and twice.code = 'same_row_twice' and (${place.replaceAll(/\w+/g, 'twice.$&')}) = (${place.replaceAll(/\w+/g, 'f.$&')}))
         group by ${place}, r.winner having bool_and(f.status = 'reported' and f.denominator > 0)) c
       where f.row = c.winner and f.metric = c.metric and f.school = c.school and f.grp = c.grp and f.period = c.period`,
    )
  const told = await sql.rows<{
    row: number
    code: RowProblem['code']
    winner: number
    metric: number
    value: number | null
  }>(
    `select distinct on (row) row, code, winner, metric, value from repeated_figures
     order by row, code = 'conflicts_with_earlier_row' desc, winner`,
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
  const late = told.map(({ row, code, winner, metric, value }) => {
    const column = columns[metric] ?? ''
    const where = column === '' ? {} : { column, ...(value !== null && { value: String(value) }) }
    return rowProblem(code, { row, ...where, params: { row: winner } })
  })
  return { repeated, late }
}
