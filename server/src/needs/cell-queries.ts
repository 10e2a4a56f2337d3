import type { CapacityUnit } from '@common-table/shared/catalog/capacity-units'
import type { Tier } from '@common-table/shared/catalog/tiers'
import type { GapCell } from '@common-table/shared/needs/board-schemas'
import type { Cover } from '@common-table/shared/needs/in-force'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { needFacts, needJoins } from './item-queries.ts'
import type { SchoolScope } from './list-queries.ts'

export interface OfferRow {
  siteId: string
  id: string
  name: string
  tier: Tier
  organization: { id: string; name: string }
  ownProgram: boolean
  capacity: number | null
  unit: CapacityUnit
  studentsServed: number | null
  verifiedOn: string | null
}

export interface CellRow {
  school: GapCell['school']
  category: GapCell['category']
  schoolYear: string
  asOf: string
  capacityFreshDays: number
  overSupplyPercent: number
  needs: GapCell['needs']
  services: OfferRow[]
  partnerships: (Cover & { id: string; name: string; organizationName: string })[]
}

const cell = statement<CellRow>(`with d as (
    select time_zone, capacity_fresh_days, over_supply_percent, (now() at time zone time_zone)::date as today
    from districts where id = app_district()
  ), year as (
    select y.id, y.label from school_years y, d where y.district_id = app_district()
      and case when $4::text is null then y.starts_on <= d.today else y.label = $4 end
    order by y.starts_on desc limit 1
  ), offers as materialized (
    select x.id as site_id, x.capacity_maximum, x.students_served, x.verified_on, v.*, o.name as organization_name, o.type
    from service_sites x join services v on v.district_id = x.district_id and v.id = x.service_id and v.status = 'active'
      join organizations o on o.district_id = v.district_id and o.id = v.organization_id and o.status <> 'inactive'
    where x.district_id = app_district() and x.school_id = $2 and v.category_id = $3 and x.status = 'active'
  )
  select json_build_object('id', s.id, 'name', s.name, 'enrolment', s.enrolment) as school,
    json_build_object('id', k.id, 'name', k.name, 'nameEs', k.name_es, 'code', k.code) as category,
    year.label as "schoolYear", d.today::text as "asOf", d.capacity_fresh_days as "capacityFreshDays",
    d.over_supply_percent as "overSupplyPercent",
    (select coalesce(json_agg(item order by severity desc, id), '[]') from (select n.id, n.severity, json_build_object(${needFacts}) as item
      from needs n ${needJoins} where n.district_id = app_district() and n.school_id = $2 and n.category_id = $3
        and n.school_year_id = year.id and n.status in ('open', 'in_progress', 'met', 'suggested')) n) as needs,
    (select coalesce(json_agg(json_build_object('siteId', f.site_id, 'id', f.id, 'name', f.name, 'tier', f.tier,
        'organization', json_build_object('id', f.organization_id, 'name', f.organization_name),
        'ownProgram', f.type = 'district_program', 'capacity', f.capacity_maximum, 'unit', f.capacity_unit,
        'studentsServed', f.students_served, 'verifiedOn', f.verified_on) order by f.tier, f.organization_name, f.name), '[]')
      from offers f) as services,
    (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'organization', p.organization_id,
        'organizationName', o.name, 'stage', p.stage, 'scope', p.scope, 'formality', p.formality, 'startsOn', p.starts_on,
        'endsOn', p.ends_on,
        'agreements', (select coalesce(json_agg(json_build_object('type', a.type, 'stage', a.stage, 'startsOn', a.starts_on,
            'endsOn', a.ends_on, 'renews', a.renews, 'termMonths', a.term_months, 'noticeDays', a.notice_days,
            'lastDay', a.last_day, 'endReason', a.end_reason)), '[]') from agreements a
          where a.district_id = p.district_id and a.partnership_id = p.id and a.stage = 'signed'),
        'schools', (select coalesce(json_agg(school_id), '[]') from partnership_schools l
          where l.district_id = p.district_id and l.partnership_id = p.id and l.school_id = $2),
        'services', (select coalesce(json_agg(service_id), '[]') from partnership_services l
          where l.district_id = p.district_id and l.partnership_id = p.id)) order by o.name, p.name), '[]')
      from partnerships p join organizations o on o.district_id = p.district_id and o.id = p.organization_id
      where p.district_id = app_district() and p.organization_id in (select organization_id from offers)
        and (p.scope = 'district' or exists (select from partnership_schools l
          where l.district_id = p.district_id and l.partnership_id = p.id and l.school_id = $2))) as partnerships
  from d, year, schools s, categories k
  where s.district_id = app_district() and s.id = $2 and ($1::uuid[] is null or s.id = any ($1))
    and k.district_id = app_district() and k.id = $3`)

/** Everything behind one cell of the gap board, as it is stored. */
export const cellOf = (
  db: Db,
  scope: SchoolScope,
  { schoolId, categoryId, schoolYear }: { schoolId: string; categoryId: string; schoolYear?: string },
) => db.one(cell, [scope, schoolId, categoryId, schoolYear ?? null])
