import type { CorrectionQuery } from '@common-table/shared/outcomes/record-schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'

const listed = listBy({
  alias: 'c',
  from: `(select district_id, id, metric_id, school_id, null::uuid as partnership_id, null::uuid as service_id, group_id, period_id,
      recorded_at, replaced_at, replaced_by, replaced_by_name from measurement_corrections
    union all select district_id, id, metric_id, null, partnership_id, service_id, group_id, period_id,
      recorded_at, replaced_at, replaced_by, replaced_by_name from delivery_corrections) c`,
  filters: { metric: 'c.metric_id = ?::uuid', schoolId: 'c.school_id = ?::uuid' },
  sorts: { id: [['c.id', 'uuid']] },
  item: `json_build_object('id', c.id, 'school', case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end,
    'delivery', coalesce(pa.name, v.name),
    'group', g.name, 'groupEs', g.name_es, 'period', case when p.kind = 'year' then y.label else p.label || ' ' || y.label end,
    'recordedAt', c.recorded_at, 'replacedAt', c.replaced_at, 'replacedBy', c.replaced_by_name, 'byImport', c.replaced_by is not null)`,
  joins: `left join schools s on s.district_id = c.district_id and s.id = c.school_id
    left join partnerships pa on pa.district_id = c.district_id and pa.id = c.partnership_id
    left join services v on v.district_id = c.district_id and v.id = c.service_id
    join student_groups g on g.district_id = c.district_id and g.id = c.group_id
    join periods p on p.district_id = c.district_id and p.id = c.period_id
    join school_years y on y.district_id = p.district_id and y.id = p.school_year_id`,
})

/** Which figures of a metric were corrected, the latest first. What they said is not told: it was never screened. */
export const correctionsOf = (
  db: Db,
  metric: string,
  { limit = 50, schoolId }: CorrectionQuery,
  after: readonly unknown[] | undefined,
) => {
  return listed(db, {
    filters: { metric, schoolId },
    sort: 'id',
    descending: true,
    after,
    limit,
  })
}
