import type { InvestmentFilter } from '@common-table/shared/investments/sum-schemas'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import type { Scope } from './queries.ts'
import { yearOr } from './year.ts'

const schools = `exists (select from partnership_schools s where s.district_id = t.district_id
  and s.partnership_id = t.partnership_id and s.school_id = any (?::uuid[]))`

const list = listBy({
  alias: 't',
  from: 'investment_totals t join partnerships p on p.district_id = t.district_id and p.id = t.partnership_id',
  filters: {
    year: `t.school_year_id = ${yearOr('?')}`,
    schools,
    band: 't.band = any (?::text[])',
    organizationId: 'p.organization_id = ?::uuid',
  },
  sorts: {
    delivered: [
      ['t.delivered_cents', 'bigint'],
      ['t.partnership_id', 'uuid'],
    ],
    planned: [
      ['t.planned_cents', 'bigint'],
      ['t.partnership_id', 'uuid'],
    ],
    hours: [
      ['t.volunteer_hours', 'numeric'],
      ['t.partnership_id', 'uuid'],
    ],
    name: [
      ['p.name', 'text'],
      ['t.partnership_id', 'uuid'],
    ],
  },
  joins: `join organizations o on o.district_id = p.district_id and o.id = p.organization_id
    join school_years y on y.district_id = t.district_id and y.id = t.school_year_id`,
  item: `json_build_object('partnership', json_build_object('id', p.id, 'name', p.name),
    'organization', json_build_object('id', o.id, 'name', o.name), 'schoolYear', json_build_object('id', y.id, 'label', y.label),
    'stage', p.stage, 'lineCount', t.line_count, 'valuedCount', t.valued_count,
    'districtPlannedCents', t.district_planned_cents, 'districtDeliveredCents', t.district_delivered_cents,
    'partnerPlannedCents', t.partner_planned_cents, 'partnerDeliveredCents', t.partner_delivered_cents,
    'volunteerHours', t.volunteer_hours, 'studentsReached', p.students_reached,
    'centsPerStudent', case when p.students_reached > 0 then round(t.delivered_cents::numeric / p.students_reached) end, 'band', t.band)`,
})

export const investmentsOf = (
  db: Db,
  scope: Scope,
  { limit = 50, sort = 'delivered', descending = false, ...filter }: InvestmentFilter,
  after: unknown[] | undefined,
) =>
  list(db, {
    filters: {
      // Null asks for the school year of today.
      year: filter.schoolYearId ?? null,
      schools: scope ?? undefined,
      band: filter.band,
      organizationId: filter.organizationId,
    },
    sort,
    descending,
    after,
    limit,
  })

const sums = statement<{ answer: string }>(`with year as (select y.id, y.label from school_years y
      where y.district_id = app_district() and y.id = ${yearOr('$1')}),
    chosen as (select t.*, p.students_reached from investment_totals t
      join partnerships p on p.district_id = t.district_id and p.id = t.partnership_id
      where t.district_id = app_district() and t.school_year_id = (select id from year)
        and ($2::uuid is null or p.organization_id = $2)
        and ($3::uuid[] is null or ${schools.replace('?', '$3')}))
  select json_build_object('schoolYear', (select json_build_object('id', id, 'label', label) from year),
    'partnerships', count(*), 'districtPlannedCents', coalesce(sum(district_planned_cents), 0),
    'districtDeliveredCents', coalesce(sum(district_delivered_cents), 0),
    'partnerPlannedCents', coalesce(sum(partner_planned_cents), 0), 'partnerDeliveredCents', coalesce(sum(partner_delivered_cents), 0),
    'volunteerHours', coalesce(sum(volunteer_hours), 0), 'studentsReached', coalesce(sum(students_reached), 0),
    'hoursWaiting', (select count(*) from volunteer_hours h join partnerships p on p.district_id = h.district_id and p.id = h.partnership_id
      where h.district_id = app_district() and h.status = 'submitted' and ($2::uuid is null or p.organization_id = $2)
        and ($3::uuid[] is null or exists (select from partnership_schools s where s.district_id = p.district_id
          and s.partnership_id = p.id and s.school_id = any ($3)))),
    'bands', (select coalesce(json_agg(json_build_object('band', band, 'count', count) order by band), '[]')
      from (select band, count(*) from chosen group by band) b))::text as answer from chosen`)
export const sumOf = async (db: Db, scope: Scope, schoolYearId?: string, organizationId?: string) =>
  (await db.one(sums, [schoolYearId ?? null, organizationId ?? null, scope]))!.answer // an aggregate without group by always answers one row
