import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

export interface WrongSum {
  metric: string
  period: string
  group: string
}

const columns = ['reported', 'withheld', 'sized', 'value_sum', 'weighted_sum', 'weight', 'numerator'] as const

const plain = `select metric_id, group_id, period_id,
    count(value) filter (where status = 'reported') as reported,
    count(*) filter (where status in ('suppressed', 'above', 'below')) as withheld,
    count(value) filter (where status = 'reported' and denominator > 0) as sized,
    coalesce(sum(value) filter (where status = 'reported'), 0) as value_sum,
    coalesce(sum(value * denominator) filter (where status = 'reported' and denominator > 0 and numerator is null), 0) as weighted_sum,
    coalesce(sum(denominator) filter (where status = 'reported' and denominator > 0 and value is not null), 0) as weight,
    coalesce(sum(numerator) filter (where status = 'reported' and denominator > 0 and value is not null), 0) as numerator
  from measurements where district_id = app_district() and school_id is not null
  group by metric_id, group_id, period_id`

// Adding and taking away fractions leaves a residue of the last digits; anything larger is wrong.
const off = (column: string) =>
  `abs(coalesce(k.${column}, 0) - coalesce(p.${column}, 0)) > 1e-6 * (1 + abs(coalesce(p.${column}, 0)))`

const prove =
  statement<WrongSum>(`select coalesce(k.metric_id, p.metric_id) as metric, coalesce(k.period_id, p.period_id) as period,
    coalesce(k.group_id, p.group_id) as group
  from (select * from measurement_sums where district_id = app_district()) k
    full join (${plain}) p on p.metric_id = k.metric_id and p.group_id = k.group_id and p.period_id = k.period_id
  where ${columns.map(off).join(' or ')} order by 1, 2, 3`)

const clear = statement('delete from measurement_sums where district_id = app_district()')
const rebuild =
  statement(`insert into measurement_sums (district_id, metric_id, group_id, period_id, ${columns.join(', ')})
  select app_district(), metric_id, group_id, period_id, ${columns.join(', ')} from (${plain}) p`)

const deliveryColumns = ['reported', 'withheld', 'value_sum', 'weight', 'numerator'] as const
const plainDelivery = `select metric_id, case when service_id is null then 'partnership' else 'service' end as scope, group_id, period_id,
    count(value) filter (where status = 'reported') as reported,
    count(*) filter (where status in ('suppressed', 'above', 'below')) as withheld,
    coalesce(sum(value) filter (where status = 'reported'), 0) as value_sum,
    coalesce(sum(denominator) filter (where status = 'reported' and value is not null), 0) as weight,
    coalesce(sum(numerator) filter (where status = 'reported' and value is not null), 0) as numerator
  from delivery_measurements where district_id = app_district() group by 1, 2, 3, 4`
const proveDelivery =
  statement<WrongSum>(`select coalesce(k.metric_id, p.metric_id) as metric, coalesce(k.period_id, p.period_id) as period,
    coalesce(k.group_id, p.group_id) as group
  from (select * from delivery_sums where district_id = app_district()) k
    full join (${plainDelivery}) p on (p.metric_id, p.scope, p.group_id, p.period_id) = (k.metric_id, k.scope, k.group_id, k.period_id)
  where ${deliveryColumns.map(off).join(' or ')} order by 1, 2, 3`)
const clearDelivery = statement('delete from delivery_sums where district_id = app_district()')
const rebuildDelivery =
  statement(`insert into delivery_sums (district_id, metric_id, scope, group_id, period_id, ${deliveryColumns.join(', ')})
  select app_district(), metric_id, scope, group_id, period_id, ${deliveryColumns.join(', ')} from (${plainDelivery}) p`)

/** The maintained sums that differ from the plain aggregate; none when all is well. */
export const proveSums = async (db: Db): Promise<WrongSum[]> => [
  ...(await db.many(prove)),
  ...(await db.many(proveDelivery)),
]

/** Takes every sum anew from the figures. For repair only; writers wait meanwhile. */
export const rebuildSums = async (db: Db): Promise<number> => {
  await db.run(statement('lock table measurements, delivery_measurements in share row exclusive mode'))
  await db.run(clear)
  await db.run(clearDelivery)
  return (await db.run(rebuild)) + (await db.run(rebuildDelivery))
}
