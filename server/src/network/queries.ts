import { stagesInForce } from '@common-table/shared/partnerships/stages'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

type Scope = readonly string[] | null

const inForce = `(${stagesInForce.map((stage) => `'${stage}'`).join(', ')})`

export interface NetworkFacts {
  schoolYear: string
  asOf: string
  years: string[]
  /** Partners, schools and links as JSON: what the figures depend on, and nothing else. */
  graph: string
}

// Who worked where on the last day of a school year, today in the running one. A partnership counts at the schools it
// names; one that paused or ended later counted before. A service counts on the days of its schedule, or from the day it
// was recorded. A partnership for the whole district names no school: its partner stands apart unless it delivers somewhere.
const facts = statement<NetworkFacts>(`with d as (
    select (now() at time zone time_zone)::date as today from districts where id = app_district()
  ), year as (
    select y.label, least(y.ends_on, d.today) as day from school_years y, d
    where y.district_id = app_district() and y.starts_on <= d.today and ($1::text is null or y.label = $1)
    order by y.starts_on desc limit 1
  ), running as materialized (
    select p.id, p.organization_id, p.scope from partnerships p, year
    where p.district_id = app_district()
      and coalesce(p.starts_on, p.created_at::date) <= year.day and (p.ends_on is null or p.ends_on >= year.day)
      and (p.stage in ${inForce} or (p.stage in ('paused', 'ended') and p.stage_since > year.day
        and exists (select from partnership_events e where e.district_id = p.district_id and e.partnership_id = p.id
          and e.from_stage in ${inForce})))
  ), delivered as (
    select v.organization_id, x.school_id
    from service_sites x
      join services v on v.district_id = x.district_id and v.id = x.service_id
      join organizations o on o.district_id = v.district_id and o.id = v.organization_id, year
    where x.district_id = app_district() and x.school_id is not null
      and o.status <> 'inactive' and v.status in ('active', 'temporarily closed')
      and (x.status = 'active' or (x.status = 'ended' and x.updated_at::date > year.day))
      and coalesce((select bool_or(coalesce(s.starts_on, '-infinity') <= year.day and coalesce(s.ends_on, 'infinity') >= year.day)
        from schedules s where s.district_id = x.district_id and s.service_id = v.id
          and (s.service_site_id is null or s.service_site_id = x.id) and coalesce(s.starts_on, s.ends_on) is not null),
        x.created_at::date <= year.day)
  ), linked as materialized (
    select organization_id, school_id, bit_or(way) as way from (
      select r.organization_id, l.school_id, 1 as way from running r
        join partnership_schools l on l.district_id = app_district() and l.partnership_id = r.id
      union all select organization_id, school_id, 2 from delivered
    ) t where $2::uuid[] is null or school_id = any ($2) group by 1, 2
  ), partners as materialized (
    select o.id, o.name, o.type, row_number() over (order by o.name, o.id) - 1 as place,
      exists (select from running r where r.organization_id = o.id and r.scope = 'district')::integer as wide
    from organizations o where o.district_id = app_district()
      and (o.id in (select organization_id from linked) or ($2::uuid[] is null and o.id in (select organization_id from running)))
  ), places as materialized (
    select s.id, s.name, row_number() over (order by s.name, s.id) - 1 as place from schools s
    where s.district_id = app_district() and (s.status = 'open' or s.id in (select school_id from linked))
      and ($2::uuid[] is null or s.id = any ($2))
  )
  select year.label as "schoolYear", year.day::text as "asOf",
    array(select y.label from school_years y, d where y.district_id = app_district() and y.starts_on <= d.today order by y.starts_on desc) as years,
    json_build_object(
      'partners', (select coalesce(json_agg(json_build_array(id, name, type, wide) order by place), '[]') from partners),
      'schools', (select coalesce(json_agg(json_build_array(id, name) order by place), '[]') from places),
      'links', (select coalesce(json_agg(json_build_array(p.place, s.place, l.way) order by p.place, s.place), '[]')
        from linked l join partners p on p.id = l.organization_id join places s on s.id = l.school_id))::text as graph
  from year`)

/** Nothing where the district has no such school year, or it has not begun. */
export const networkFacts = (db: Db, schoolYear: string | null, scope: Scope) =>
  db.one(facts, [schoolYear, scope])
