import type { CapacityUnit } from '@common-table/shared/catalog/capacity-units'
import type { EquityTier } from '@common-table/shared/equity/equity-tiers'
import type { Point } from '@common-table/shared/matching/geography'
import type { Severity } from '@common-table/shared/needs/severity'
import type { Db } from '../db/db.ts'
import { bulkStatement, statement, type Statement } from '../db/statement.ts'

/** What the gap board says of a cell: demand of the current school year, and supply. */
interface Cell {
  demand: number
  verified: number
  paper: number
}

export interface NeedRow extends Cell {
  id: string
  title: string | null
  schoolId: string
  schoolName: string
  area: string
  enrolment: number | null
  categoryId: string
  tier: 1 | 2 | 3
  severity: Severity
  studentsAffected: number | null
  grades: string[]
  languages: string[]
  settings: string[]
  weekdays: string[]
  oneProvider: boolean
  at: Point | null
  equityTier: EquityTier | null
  createdAt: string
}

export interface SiteRow extends Cell {
  id: string
  schoolId: string | null
  maximum: number | null
  available: number | null
  /** Confirmed within the days the district believes a confirmation. */
  fresh: boolean
  at: Point | null
}

export interface ServiceRow {
  id: string
  name: string
  organizationId: string
  organizationName: string
  prospect: boolean
  trusted: boolean
  neighborhood: boolean
  categoryId: string
  alsoCategoryIds: string[]
  tier: 1 | 2 | 3
  setting: string
  grades: string[]
  languages: string[]
  weekdays: string[]
  unit: CapacityUnit
  reachKm: number | null
  /** A partnership in force stands behind it, at some school or in the whole district; or it is the district's own. */
  behind: boolean
  sites: SiteRow[]
  /** Where the organisation itself is. */
  homes: Point[]
}

export const point = (alias: string): string =>
  `case when ${alias}.latitude is not null and ${alias}.longitude is not null
    then json_build_object('latitude', ${alias}.latitude, 'longitude', ${alias}.longitude) end`

/** The school year that counts: the last one begun, as when a need is recorded. */
const here = `here as materialized (select d.id as district, (now() at time zone d.time_zone)::date as today, d.capacity_fresh_days as fresh_days,
    (select y.id from school_years y where y.district_id = d.id and y.starts_on <= (now() at time zone d.time_zone)::date
      order by y.starts_on desc limit 1) as year
  from districts d where d.id = app_district())`

const cellOf = (school: string, category: string, tier: string): string =>
  `'demand', coalesce((select d.students from coverage_demand d where d.district_id = app_district() and d.school_id = ${school}
      and d.category_id = ${category} and d.tier = ${tier} and d.school_year_id = here.year), 0),
    'verified', coalesce((select c.verified from coverage_supply c where c.district_id = app_district() and c.school_id = ${school}
      and c.category_id = ${category} and c.tier = ${tier}), 0),
    'paper', coalesce((select c.paper from coverage_supply c where c.district_id = app_district() and c.school_id = ${school}
      and c.category_id = ${category} and c.tier = ${tier}), 0)`

const needsWhere = (condition: string): string => `with ${here}
  select coalesce(json_agg(json_build_object('id', n.id, 'title', n.title, 'schoolId', s.id, 'schoolName', s.name, 'area', s.area,
      'enrolment', s.enrolment, 'categoryId', n.category_id, 'tier', n.tier, 'severity', n.severity,
      'studentsAffected', n.students_affected, 'grades', case when n.grades = '{}' then s.grades else n.grades end,
      'languages', n.languages, 'settings', n.settings, 'weekdays', n.weekdays, 'oneProvider', n.one_provider,
      'at', ${point('s')}, 'createdAt', n.created_at,
      'equityTier', (select e.tier from equity_scores e where e.district_id = app_district()
        and e.version_id = (select current_equity_version()) and e.school_id = s.id),
      ${cellOf('n.school_id', 'n.category_id', 'n.tier')}) order by n.id), '[]') as needs, now()::text as "asOf"
  from here, needs n join schools s on s.district_id = app_district() and s.id = n.school_id and s.status = 'open'
  where n.district_id = app_district() and n.school_year_id = here.year and n.status in ('open', 'in_progress') and ${condition}`

const behind = `o.type = 'district_program' or exists (select from partnerships p
    where p.district_id = app_district() and p.organization_id = o.id and p.stage in ('active', 'expanding', 'renewing')
      and (p.starts_on is null or p.starts_on <= here.today) and (p.ends_on is null or p.ends_on >= here.today)
      and (p.formality = 'informal' or exists (select from agreements a where a.district_id = app_district() and a.partnership_id = p.id
        and a.stage = 'signed' and a.type <> 'data_sharing' and agreement_in_force(a, here.today)))
      and (exists (select from partnership_services l where l.district_id = app_district() and l.partnership_id = p.id and l.service_id = v.id)
        or not exists (select from partnership_services l where l.district_id = app_district() and l.partnership_id = p.id)))`

const servicesWhere = (condition: string): string => `with ${here}
  select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'organizationId', o.id, 'organizationName', o.name,
      'prospect', o.status = 'prospect', 'trusted', o.trusted_in_community, 'neighborhood', coalesce(o.geographic_level = 'neighborhood', false),
      'categoryId', v.category_id, 'alsoCategoryIds', v.also_category_ids, 'tier', v.tier, 'setting', v.setting, 'grades', v.grades,
      'languages', v.languages, 'unit', v.capacity_unit, 'reachKm', v.reach_km, 'behind', ${behind},
      'weekdays', array(select distinct unnest(h.weekdays) from schedules h where h.district_id = app_district() and h.service_id = v.id order by 1),
      'sites', coalesce((select json_agg(json_build_object('id', t.id, 'schoolId', t.school_id, 'maximum', t.capacity_maximum,
          'available', t.capacity_available, 'at', coalesce(${point('s')}, ${point('l')}),
          'fresh', coalesce(here.today - t.verified_on between 0 and here.fresh_days, false),
          ${cellOf('t.school_id', 'v.category_id', 'v.tier')}) order by t.school_id is not null, t.id)
        from service_sites t
          left join schools s on s.district_id = app_district() and s.id = t.school_id
          left join locations l on l.district_id = app_district() and l.id = t.location_id
        where t.district_id = app_district() and t.service_id = v.id and t.status = 'active'), '[]'),
      'homes', coalesce((select json_agg(${point('l')}) from locations l where l.district_id = app_district()
        and l.organization_id = o.id and l.latitude is not null and l.longitude is not null), '[]')) order by v.id), '[]') as services
  from here, services v join organizations o on o.district_id = app_district() and o.id = v.organization_id and o.status <> 'inactive'
  where v.district_id = app_district() and v.status = 'active' and ${condition}`

interface Needs {
  needs: NeedRow[]
  asOf: string
}
interface Services {
  services: ServiceRow[]
}
const one = async <Row>(db: Db, asked: Statement<Row>, values: readonly unknown[] = []): Promise<Row> =>
  (await db.one(asked, values))! // an aggregate is one row

const everyNeed = bulkStatement<Needs>(needsWhere('true'))
const everyService = bulkStatement<Services>(servicesWhere("o.status = 'active'"))
/** All that a plan rests on: open needs of the school year, services on offer, and the moment they are of. */
export const wholeGround = async (db: Db) => {
  const [{ needs, asOf }, { services }] = await Promise.all([one(db, everyNeed), one(db, everyService)])
  return { needs, services, asOf }
}

// Every need of the same cell comes along: they share its students.
const cellNeeds = statement<Needs>(
  needsWhere(`(n.school_id, n.category_id, n.tier) = (select x.school_id, x.category_id, x.tier from needs x
  where x.district_id = app_district() and x.id = $1)`),
)
export const needsBeside = async (db: Db, needId: string) => (await one(db, cellNeeds, [needId])).needs

const categoryNeeds = statement<Needs>(
  needsWhere('n.category_id = any ($1::uuid[]) and ($2::uuid[] is null or n.school_id = any ($2))'),
)
export const needsOfCategories = async (
  db: Db,
  categories: readonly string[],
  scope: readonly string[] | null,
) => (await one(db, categoryNeeds, [categories, scope])).needs

const categoryServices = statement<Services>(
  servicesWhere('(v.category_id = $1 or v.also_category_ids @> array[$1::uuid])'),
)
export const servicesOfCategory = async (db: Db, categoryId: string) =>
  (await one(db, categoryServices, [categoryId])).services

const oneService = statement<Services>(servicesWhere('v.id = $1'))
export const serviceGround = async (db: Db, serviceId: string): Promise<ServiceRow | undefined> =>
  (await one(db, oneService, [serviceId])).services[0]
