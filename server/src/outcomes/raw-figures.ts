import { rowOf, type StoredFigure } from '@common-table/shared/outcomes/published-table'
import type { Unit } from '@common-table/shared/outcomes/measured-value'
import type { RawFigures, RawQuery } from '@common-table/shared/outcomes/record-schemas'
import { visibleMeasurements } from '@common-table/shared/outcomes/visible-measurements'
import type { Author } from '../db/transactions.ts'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

const noted =
  statement(`insert into audit_log (district_id, actor_kind, actor_id, actor_name, request_id, action, table_name, record_id, changes)
  values (app_district(), $1, $2, $3, $4, 'read_raw', 'measurements', $5, json_build_object('period', $6::text, 'school', $7::text))`)

const stored = statement<
  StoredFigure & { unit: Unit; name: string | null }
>(`select x.school_id as school, s.name, g.code as group, g.dimension, x.status,
    x.value, x.numerator, x.denominator, m.unit
  from measurements x join metrics m on m.district_id = x.district_id and m.id = x.metric_id
    join student_groups g on g.district_id = x.district_id and g.id = x.group_id
    left join schools s on s.district_id = x.district_id and s.id = x.school_id
  where x.district_id = app_district() and x.metric_id = $1 and x.period_id = $2 and ($3::uuid is null or x.school_id = $3)
  order by s.name nulls first, g.position`)

const delivered = statement<
  StoredFigure & { unit: Unit; name: string; kind: 'partnership' | 'service' }
>(`select x.place_id as school, coalesce(pa.name, v.name) as name,
    case when x.service_id is null then 'partnership' else 'service' end as kind, g.code as group, g.dimension, x.status,
    x.value, x.numerator, x.denominator, m.unit
  from delivery_measurements x join metrics m on m.district_id = x.district_id and m.id = x.metric_id
    join student_groups g on g.district_id = x.district_id and g.id = x.group_id
    left join partnerships pa on pa.district_id = x.district_id and pa.id = x.partnership_id
    left join services v on v.district_id = x.district_id and v.id = x.service_id
  where x.district_id = app_district() and x.metric_id = $1 and x.period_id = $2 order by kind, name, x.place_id, g.position`)

/** Records a look behind what is shown, before it is taken. */
export const noteRawRead = async (
  db: Db,
  { kind, id, name, requestId }: Author,
  metric: string,
  { periodId, schoolId }: { periodId: string; schoolId?: string | undefined },
): Promise<void> => {
  await db.run(noted, [kind, id, name, requestId, metric, periodId, schoolId ?? null])
}

/** Stored figures for the data steward. The read is recorded before anything is read, in the same transaction. */
export const rawFigures = async (
  db: Db,
  author: Author,
  metric: string,
  { periodId, schoolId }: Omit<RawQuery, 'raw'>,
): Promise<RawFigures> => {
  await noteRawRead(db, author, metric, { periodId, schoolId })
  const ofSchools = await db.many(stored, [metric, periodId, schoolId ?? null])
  const found = [
    ...ofSchools.map((figure) => ({ ...figure, kind: null })),
    ...(schoolId ? [] : await db.many(delivered, [metric, periodId])),
  ]
  const rows = found.map((figure) => ({ ...rowOf(figure, figure.unit), figure }))
  const { rows: seen } = visibleMeasurements(rows, { threshold: 0, viewer: 'data_steward' })
  return {
    items: seen.map(({ row: { figure }, cell }) => ({
      school: figure.school === null || figure.kind ? null : { id: figure.school, name: figure.name ?? '' },
      delivery: figure.kind && { kind: figure.kind, id: figure.school!, name: figure.name ?? '' }, // stands under its id
      group: figure.group,
      cell,
    })),
  }
}
