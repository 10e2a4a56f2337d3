import type { EquityTier } from '@common-table/shared/equity/equity-tiers'
import { equityEffect, supplyEquity, type SuppliedSchool } from '@common-table/shared/equity/supply-equity'
import { metresBetween, type Point } from '@common-table/shared/matching/geography'
import { seatsFree } from '@common-table/shared/offers/first-refusal'
import { gradeShare, rankSchools } from '@common-table/shared/offers/rank-schools'
import type { Ranking } from '@common-table/shared/offers/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { suppliedSchools } from '../equity/index.ts'
import type { DeskOffer } from './offer-queries.ts'
import { lineOf } from './placement-queries.ts'

interface InNeed {
  schoolId: string
  name: string
  area: string
  grades: string[]
  enrolment: number | null
  equityTier: EquityTier | null
  demand: number
  unmet: number
  severity: number
  latitude: number | null
  longitude: number | null
  worksThere: boolean
  otherLanguages: boolean
  reachable: boolean
}

const inNeed = statement<{ schools: InNeed[]; places: Point[] }>(`with year as (
    select y.id from school_years y join districts d on d.id = y.district_id
    where y.district_id = app_district() and y.starts_on <= (now() at time zone d.time_zone)::date order by y.starts_on desc limit 1)
  select (select coalesce(json_agg(json_build_object('schoolId', s.id, 'name', s.name, 'area', s.area, 'grades', s.grades, 'enrolment', s.enrolment,
      'equityTier', e.tier, 'demand', g.students, 'unmet', g.students - least(g.students, coalesce(c.verified, 0)), 'severity', g.severity,
      'latitude', s.latitude, 'longitude', s.longitude, 'reachable', coalesce(s.principal_email, '') <> '',
      'worksThere', exists (select from service_sites t join services v on v.district_id = t.district_id and v.id = t.service_id
          where t.district_id = app_district() and t.school_id = s.id and t.status = 'active' and v.organization_id = $3)
        or exists (select from partnership_schools l join partnerships p on p.district_id = l.district_id and p.id = l.partnership_id
          where l.district_id = app_district() and l.school_id = s.id and p.organization_id = $3 and p.stage <> 'ended'),
      'otherLanguages', exists (select from needs n where n.district_id = app_district() and n.school_id = s.id and n.category_id = $1
        and n.tier = $2 and n.status in ('open', 'in_progress') and n.population in ('english_learners', 'newcomers')))), '[]')
    from year join coverage_demand g on g.district_id = app_district() and g.school_year_id = year.id and g.category_id = $1 and g.tier = $2
      join schools s on s.district_id = app_district() and s.id = g.school_id and s.status = 'open'
      left join coverage_supply c on c.district_id = app_district() and c.school_id = s.id and c.category_id = $1 and c.tier = $2
      left join equity_scores e on e.district_id = app_district() and e.version_id = current_equity_version() and e.school_id = s.id
    where g.students > coalesce(c.verified, 0)) as schools,
  (select coalesce(json_agg(json_build_object('latitude', l.latitude, 'longitude', l.longitude)), '[]') from locations l
    where l.district_id = app_district() and l.organization_id = $3 and l.latitude is not null) as places`)

const shown = 50

const nearest = (school: InNeed, places: readonly Point[]): number | null => {
  const { latitude, longitude } = school
  return latitude === null || longitude === null || places.length === 0
    ? null
    : Math.min(...places.map((place) => metresBetween(place, { latitude, longitude })))
}

/** Everything a choice is judged by, read once: the schools in need and how supply stands. */
export const readDesk = async (
  db: Db,
  offer: DeskOffer,
  { categoryId, tier }: { categoryId: string; tier: number },
) => {
  const [need, supplied, line] = await Promise.all([
    db.one(inNeed, [categoryId, tier, offer.organizationId]),
    suppliedSchools(db),
    lineOf(db, offer.id),
  ])
  const { schools, places } = need! // two aggregates are one row
  const fitting = schools.filter(({ grades }) => gradeShare(offer.grades, grades) > 0)
  return { schools: fitting, places, supplied, line, free: seatsFree(offer.seats, line) }
}

/** The ratio if so many students were placed at a school. */
export const ratioAfter = (
  supplied: readonly SuppliedSchool[],
  schoolId: string,
  students: number,
): number | null => equityEffect(supplied, [{ schoolId, students, newPartner: true }]).after.ratio

/** The best schools for an offer, each with what placing there would do. */
export const rankingOf = async (
  db: Db,
  offer: DeskOffer,
  of: { categoryId: string; tier: number },
): Promise<Ranking> => {
  const { schools, places, supplied, free } = await readDesk(db, offer, of)
  const known = new Map(
    schools.map((school) => [school.schoolId, { ...school, metres: nearest(school, places) }]),
  )
  // Where every place is promised, a school is ranked by what it would get if the others said no.
  const ranked = rankSchools({ ...offer, seats: free === 0 ? offer.seats : free }, [...known.values()])
  return {
    items: ranked.slice(0, shown).map(({ schoolId, ...rest }) => {
      const school = known.get(schoolId)! // the ranking is of these
      const { name, area, equityTier, enrolment, demand, unmet, severity, metres, reachable } = school
      return {
        school: { id: schoolId, name },
        area,
        equityTier,
        enrolment,
        demand,
        unmet,
        severity,
        metres,
        reachable,
        ...rest,
        reasons: [...rest.reasons],
        ratioAfter: ratioAfter(supplied.schools, schoolId, rest.students),
      }
    }),
    inNeed: ranked.length,
    ratio: supplyEquity(supplied.schools).ratio,
    version: supplied.version,
    seatsFree: free,
    firstRefusalDays: offer.firstRefusalDays,
  }
}
