import { fidelityOf } from '@common-table/shared/activities/fidelity'
import type { FidelityQuery, FidelityTable } from '@common-table/shared/activities/schemas'
import { notFound } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { today, type Scope } from './list-queries.ts'

interface Counted {
  due: number
  delivered: number
  silent: number
  toCome: number
}
interface Ground extends Pick<FidelityTable, 'schoolYear' | 'quarters'> {
  counts: (Counted & { service: string; quarter: string | null })[]
  services: { id: string; name: string; organization: { id: string; name: string } }[]
}
/** Sessions by service and quarter, and by service alone (`quarter` null) in one pass. */
const ground = statement<{ ground: string }>(`with y as materialized (
    select id, label, starts_on, ends_on from school_years where district_id = app_district() and id = coalesce($1::uuid, present_school_year())
  ), q as materialized (
    select p.id, p.label, p.starts_on, p.ends_on, p.ordinal from periods p join y on p.school_year_id = y.id
    where p.district_id = app_district() and p.kind = 'quarter'
  ), c as materialized (
    select a.service_id as service, q.id as quarter, grouping(q.id) as whole,
      coalesce(sum(a.planned) filter (where a.happens_on <= t.today), 0)::integer as due,
      coalesce(sum(a.delivered), 0)::integer as delivered,
      coalesce(sum(a.planned) filter (where a.happens_on <= t.today and a.delivered is null), 0)::integer as silent,
      coalesce(sum(a.planned) filter (where a.happens_on > t.today), 0)::integer as to_come
    from y join activities a on a.district_id = app_district() and a.kind = 'session' and a.happens_on between y.starts_on and y.ends_on
      cross join (select ${today} as today) t
      left join q on a.happens_on between q.starts_on and q.ends_on
    where ($2::uuid is null or a.partnership_id = $2) and ($3::uuid is null or a.service_id = $3)
      and ($4::uuid is null or exists (select from services v where v.district_id = app_district() and v.id = a.service_id and v.organization_id = $4))
      and ($5::uuid[] is null or a.school_id is null or a.school_id = any ($5))
    group by grouping sets ((a.service_id, q.id), (a.service_id))
  )
  select json_build_object('schoolYear', (select json_build_object('id', id, 'name', label) from y),
    'quarters', (select coalesce(json_agg(json_build_object('id', id, 'label', label, 'startsOn', starts_on, 'endsOn', ends_on) order by ordinal), '[]') from q),
    'services', (select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name,
        'organization', json_build_object('id', o.id, 'name', o.name)) order by v.name, v.id), '[]')
      from services v join organizations o on o.district_id = v.district_id and o.id = v.organization_id
      where v.district_id = app_district() and v.id in (select service from c)),
    'counts', (select coalesce(json_agg(json_build_object('service', service, 'quarter', quarter, 'due', due,
        'delivered', delivered, 'silent', silent, 'toCome', to_come)), '[]') from c where whole = 1 or quarter is not null))::text as ground`)

const kept = ({ due, delivered, silent, toCome }: Counted) => ({
  due,
  delivered,
  silent,
  toCome,
  ...fidelityOf({ due, delivered }),
})
const nothing: Counted = { due: 0, delivered: 0, silent: 0, toCome: 0 }

/** Sessions delivered of those planned; of a school-based reader those of the own schools. */
export const fidelityTable = async (
  db: Db,
  scope: Scope,
  { schoolYearId, partnershipId, serviceId, organizationId }: FidelityQuery,
): Promise<FidelityTable> => {
  const asked = [schoolYearId, partnershipId, serviceId, organizationId].map((id) => id ?? null)
  const { schoolYear, quarters, services, counts } = JSON.parse(
    (await db.one(ground, [...asked, scope]))!.ground, // it answers one row
  ) as Ground // the shape is the statement's
  if (schoolYearId && !schoolYear) notFound('school year')
  const at = (service: string, quarter: string | null) =>
    counts.find((one) => one.service === service && one.quarter === quarter)
  return {
    schoolYear,
    quarters,
    services: services.map((service) => ({
      ...service,
      quarters: quarters.map(({ id }) => {
        const count = at(service.id, id)
        return count ? kept(count) : null
      }),
      year: kept(at(service.id, null) ?? nothing),
    })),
  }
}
