import type { Unit } from '@common-table/shared/outcomes/measured-value'
import type { PublishedRow, StoredFigure } from '@common-table/shared/outcomes/published-table'
import { EVERYONE } from '@common-table/shared/outcomes/group-of-everyone'
import type { Db } from '../db/db.ts'
import { bulkStatement, statement } from '../db/statement.ts'
import { deliveryFigures, screenedUnit } from './sql-parts.ts'

export interface TableKey {
  readonly metric: string
  readonly period: string
}

const stale = statement<TableKey & { figures: number }>(`select t.metric_id as metric, t.period_id as period,
    coalesce(sum(s.reported + s.withheld), 0)::integer as figures
  from published_tables t
    left join measurement_sums s on s.district_id = t.district_id and s.metric_id = t.metric_id and s.period_id = t.period_id
  where t.district_id = app_district() and t.changes <> t.published_changes
  group by t.metric_id, t.period_id order by figures, t.metric_id, t.period_id`)

// One statement, so that the count of changes and the figures are of the same moment.
const stored = statement<{
  changes: number
  unit: Unit
  threshold: number
  figures: string
  delivery: string
}>(`select t.changes, ${screenedUnit} as unit, ${deliveryFigures}::text as delivery,
    d.suppression_threshold as threshold,
    (select coalesce(json_agg(json_build_object('school', x.school_id, 'group', g.code, 'dimension', g.dimension,
        'status', x.status, 'value', x.value, 'numerator', x.numerator,
        'denominator', case m.counted when 'people' then x.denominator end) order by g.position, g.code), '[]')
      from measurements x join student_groups g on g.district_id = x.district_id and g.id = x.group_id
      where x.district_id = t.district_id and x.metric_id = t.metric_id and x.period_id = t.period_id)::text as figures
  from published_tables t join metrics m on m.district_id = t.district_id and m.id = t.metric_id
    join districts d on d.id = t.district_id
  where t.district_id = app_district() and t.metric_id = $1 and t.period_id = $2`)

const follow = statement(`update published_tables set published_changes = $3, published_at = now()
  where district_id = app_district() and metric_id = $1 and period_id = $2 and published_changes < $3`)

const given = `json_to_recordset($3::json) as n (school uuid, cells json, shown double precision, method text)`

const put =
  bulkStatement(`insert into published_figures as f (district_id, metric_id, period_id, school_id, cells, shown, method)
  select app_district(), $1, $2, school, cells, shown, method from ${given}
  on conflict (district_id, metric_id, period_id, school_id) do update
    set cells = excluded.cells, shown = excluded.shown, method = excluded.method
    where (f.cells::text, f.shown, f.method) is distinct from (excluded.cells::text, excluded.shown, excluded.method)`)

const drop =
  bulkStatement(`delete from published_figures f where district_id = app_district() and metric_id = $1 and period_id = $2
  and not exists (select from ${given} where coalesce(n.school, app_district()) = coalesce(f.school_id, app_district()))`)

const delivered = `json_to_recordset($3::json) as n (partnership uuid, service uuid, place uuid, cells json)`
const putDelivery =
  bulkStatement(`insert into published_delivery as f (district_id, metric_id, period_id, partnership_id, service_id, cells)
  select app_district(), $1, $2, partnership, service, cells from ${delivered}
  on conflict (district_id, metric_id, period_id, place_id) do update set cells = excluded.cells
    where f.cells::text is distinct from excluded.cells::text`)
const dropDelivery = bulkStatement(`delete from published_delivery f
  where district_id = app_district() and metric_id = $1 and period_id = $2
    and not exists (select from ${delivered} where n.place = f.place_id)`)

/** The tables whose screened copy is behind, the smallest first, each with how many figures it holds. */
export const staleTables = (db: Db) => db.many(stale)

export const storedTable = async (db: Db, { metric, period }: TableKey) => {
  const row = await db.one(stored, [metric, period])
  if (!row) return undefined
  const { changes, unit, threshold } = row
  const figures = [row.figures, row.delivery].flatMap((part) => JSON.parse(part) as StoredFigure[])
  return { changes, unit, threshold, figures }
}

/** Puts a screened table in the place of the one before, unless a later one is already there. */
export const replacePublished = async (
  db: Db,
  { metric, period }: TableKey,
  changes: number,
  rows: readonly PublishedRow[],
): Promise<void> => {
  if ((await db.run(follow, [metric, period, changes])) === 0) return
  const [schools, delivery] = [rows.filter(({ scope }) => !scope), rows.filter(({ scope }) => scope)]
  const published = schools.map(({ school, cells, method }) => ({
    school,
    cells,
    shown: cells[EVERYONE]?.value ?? null,
    method,
  }))
  const values = [metric, period, JSON.stringify(published)]
  await db.run(put, values)
  await db.run(drop, values)
  const places = delivery.map(({ school, scope, cells }) => ({ [scope!.kind]: school, place: school, cells })) // has one
  const delivered = [metric, period, JSON.stringify(places)]
  await db.run(dropDelivery, delivered)
  if (places.length > 0) await db.run(putDelivery, delivered)
}
