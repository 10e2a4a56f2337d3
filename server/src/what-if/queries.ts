import { stagesInForce } from '@common-table/shared/partnerships/stages'
import type { CountedSite, DemandCell } from '@common-table/shared/what-if/loss'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

type Scope = readonly string[] | null

export interface Leaving {
  organizations: { id: string; name: string }[]
  partnerships: string[]
  endsAfter: string | null
}

const running = `p.stage in (${stagesInForce.map((stage) => `'${stage}'`).join(', ')})`
const behind = `'partnerships', (select coalesce(json_agg(distinct p.id), '[]') from gone p)`
const partners = `'organizations', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name, o.id), '[]')
  from organizations o where o.district_id = app_district() and o.id in (select organization_id from gone))`

const organization = statement<{ leaving: Leaving }>(`with gone as (
    select p.id, p.organization_id from partnerships p where p.district_id = app_district() and p.organization_id = $1 and ${running}
  )
  select json_build_object(${behind}, 'endsAfter', null,
    'organizations', json_build_array(json_build_object('id', o.id, 'name', o.name))) as leaving
  from organizations o where o.district_id = app_district() and o.id = $1`)

const several = statement<{ leaving: Leaving }>(`with gone as (
    select p.id, p.organization_id from partnerships p where p.district_id = app_district() and p.organization_id = any ($1::uuid[]) and ${running}
  )
  select json_build_object(${behind}, 'endsAfter', null, 'organizations', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name)
    order by o.name, o.id), '[]') from organizations o where o.district_id = app_district() and o.id = any ($1))) as leaving`)

const grant = statement<{ leaving: Leaving }>(`with gone as (
    select p.id, p.organization_id from fundings f join partnerships p on p.district_id = f.district_id and p.id = f.partnership_id
    where f.district_id = app_district() and f.kind = 'grant' and f.needed and lower(f.name) = lower($1) and ${running}
  )
  select json_build_object(${behind}, 'endsAfter', null, ${partners}) as leaving where exists (select from gone)`)

// What nobody renews ends with its agreement or on its own last day; an agreement that renews itself goes on.
const year = statement<{ leaving: Leaving }>(`with y as (
    select ends_on from school_years where district_id = app_district() and label = $1
  ), gone as (
    select p.id, p.organization_id from partnerships p, y
    where p.district_id = app_district() and ${running}
      and (p.ends_on <= y.ends_on or (p.formality = 'formal' and not exists (select from agreements a
        where a.district_id = p.district_id and a.partnership_id = p.id and a.stage = 'signed' and a.type <> 'data_sharing'
          and agreement_in_force(a, y.ends_on + 1))))
  )
  select json_build_object(${behind}, 'endsAfter', y.ends_on, ${partners}) as leaving from y`)

const grants = statement<{ items: string }>(`select coalesce(json_agg(json_build_object('name', name,
    'partnerships', partnerships, 'endsOn', ends_on) order by partnerships desc, name), '[]')::text as items
  from (select min(f.name) as name, count(distinct p.id) as partnerships, min(f.ends_on) as ends_on
    from fundings f join partnerships p on p.district_id = f.district_id and p.id = f.partnership_id
    where f.district_id = app_district() and f.kind = 'grant' and f.needed and ${running} group by lower(f.name)) g`)

export interface Ground {
  asOf: string
  schoolYear: string
  cells: DemandCell[]
  sites: CountedSite[]
  schools: Record<string, string>
  categories: Record<string, { name: string; nameEs: string }>
  organizations: Record<string, string>
}

// The demand of the current school year with the verified sites that answer it: of everyone, or where these partners are.
const ground = statement<Ground>(`with d as (
    select (now() at time zone time_zone)::date as today from districts where id = app_district()
  ), year as (
    select y.id, y.label from school_years y, d where y.district_id = app_district() and y.starts_on <= d.today
    order by y.starts_on desc limit 1
  ), cells as materialized (
    select c.school_id, c.category_id, c.tier, c.students from coverage_demand c, year
    where c.district_id = app_district() and c.school_year_id = year.id and c.students > 0
      and ($1::uuid[] is null or c.school_id = any ($1))
      and ($2::uuid[] is null or (c.school_id, c.category_id) in (select x.school_id, v.category_id from services v
        join service_sites x on x.district_id = v.district_id and x.service_id = v.id
        where v.district_id = app_district() and v.organization_id = any ($2)))
  ), pairs as (
    select array_agg(school_id) as schools, array_agg(category_id) as categories
    from (select distinct school_id, category_id from cells) p
  ), sites as materialized (
    select s.* from pairs, counted_sites(app_district(), pairs.schools, pairs.categories) s where s.fresh
  )
  select d.today::text as "asOf", year.label as "schoolYear",
    (select coalesce(json_agg(json_build_object('school', school_id, 'category', category_id, 'tier', tier, 'demand', students)), '[]')
      from cells) as cells,
    (select coalesce(json_agg(json_build_object('school', school_id, 'category', category_id, 'tier', tier,
      'organization', organization_id, 'students', students, 'own', own, 'behind', behind)), '[]') from sites) as sites,
    (select coalesce(json_object_agg(s.id, s.name), '{}') from schools s
      where s.district_id = app_district() and s.id in (select school_id from cells)) as schools,
    (select coalesce(json_object_agg(k.id, json_build_object('name', k.name, 'nameEs', k.name_es)), '{}') from categories k
      where k.district_id = app_district() and k.id in (select category_id from cells)) as categories,
    (select coalesce(json_object_agg(o.id, o.name), '{}') from organizations o
      where o.district_id = app_district() and o.id in (select organization_id from sites)) as organizations
  from d, year`)

export const organizationLeaving = (db: Db, id: string) => db.one(organization, [id])
export const organizationsLeaving = (db: Db, ids: readonly string[]) => db.one(several, [ids])
export const grantLeaving = (db: Db, name: string) => db.one(grant, [name])
export const yearLeaving = (db: Db, label: string) => db.one(year, [label])
export const neededGrants = async (db: Db) => (await db.one(grants))!.items // an aggregate is one row
/** Nothing where the district has no school year yet. */
export const groundOf = (db: Db, scope: Scope, organizations: readonly string[] | null) =>
  db.one(ground, [scope, organizations])
