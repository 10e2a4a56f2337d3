import { and, eq } from 'drizzle-orm'
import type { NewSchool, SchoolChange } from '@common-table/shared/schools/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { groundsOf } from '../needs/index.ts'
import type { SchoolScope } from './list.ts'
import { schools } from './table.ts'

const facts = `'id', s.id, 'code', s.code, 'name', s.name, 'level', s.level, 'status', s.status, 'kind', s.kind,
  'grades', s.grades, 'area', s.area, 'address', s.address, 'city', s.city, 'state', s.state, 'postalCode', s.postal_code,
  'latitude', s.latitude, 'longitude', s.longitude, 'phone', s.phone, 'website', s.website,
  'principalName', s.principal_name, 'principalEmail', s.principal_email, 'communitySchool', s.community_school,
  'enrolment', s.enrolment, 'enrolmentYear', s.enrolment_year, 'partners', c.partners, 'openNeeds', c.open_needs,
  'version', s.version`
const source = 'schools s join school_counts c on c.district_id = s.district_id and c.school_id = s.id'
const mine = 's.district_id = app_district() and s.id = $2 and ($1::uuid[] is null or s.id = any ($1))'

const one = statement<{ school: string; version: number }>(
  `select json_build_object(${facts})::text as school, s.version from ${source} where ${mine}`,
)

const partnerships = `select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'stage', p.stage,
      'organization', json_build_object('id', o.id, 'name', o.name),
      'categories', (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) order by k.position), '[]')
        from partnership_categories pc join categories k on k.district_id = pc.district_id and k.id = pc.category_id
        where pc.district_id = p.district_id and pc.partnership_id = p.id),
      'startsOn', p.starts_on, 'endsOn', p.ends_on, 'studentsReached', p.students_reached)
    order by p.stage = 'ended', o.name, p.name), '[]')
  from partnership_schools l join partnerships p on p.district_id = l.district_id and p.id = l.partnership_id
    join organizations o on o.district_id = p.district_id and o.id = p.organization_id
  where l.district_id = s.district_id and l.school_id = s.id`

const needs = `select coalesce(json_agg(json_build_object('id', n.id, 'title', n.title, 'grounds', ${groundsOf}, 'status', n.status,
      'category', json_build_object('id', k.id, 'name', k.name, 'nameEs', k.name_es), 'tier', n.tier, 'severity', n.severity,
      'studentsAffected', n.students_affected) order by n.severity desc, n.students_affected desc nulls last, n.id), '[]')
  from needs n join categories k on k.district_id = n.district_id and k.id = n.category_id
  where n.district_id = s.district_id and n.school_id = s.id and n.status in ('suggested', 'open', 'in_progress')`

// Within about 12 km; a flat earth is near enough for a map of one district (111.32 km to a degree of latitude).
const nearby = `select coalesce(json_agg(json_build_object('id', id, 'name', name, 'level', level, 'latitude', latitude,
      'longitude', longitude, 'kilometres', round(kilometres::numeric, 2)) order by kilometres), '[]')
  from (
    select b.id, b.name, b.level, b.latitude, b.longitude, 111.32 * sqrt((b.latitude - s.latitude) ^ 2
      + ((b.longitude - s.longitude) * cos(radians(s.latitude))) ^ 2) as kilometres
    from schools b
    where b.district_id = s.district_id and b.id <> s.id and b.status = 'open' and ($1::uuid[] is null or b.id = any ($1))
      and b.latitude between s.latitude - 0.11 and s.latitude + 0.11
      and b.longitude between s.longitude - 0.15 and s.longitude + 0.15
    order by kilometres limit 12
  ) near`

const overview = statement<{ overview: string; version: number }>(`select json_build_object(
    'school', json_build_object(${facts}), 'partnerships', (${partnerships}), 'needs', (${needs}), 'nearby', (${nearby})
  )::text as overview, s.version from ${source} where ${mine}`)

export const schoolOf = (db: Db, scope: SchoolScope, id: string) => db.one(one, [scope, id])
/** The school with everything its page shows. Its version is the school's, not that of the page. */
export const schoolOverview = (db: Db, scope: SchoolScope, id: string) => db.one(overview, [scope, id])

const add = statement<{
  id: string
}>(`insert into schools (district_id, code, name, level, status, kind, grades, area, address,
    city, state, postal_code, latitude, longitude, phone, website, principal_name, principal_email, community_school,
    enrolment, enrolment_year)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
  on conflict (district_id, code) do nothing returning id`)

/** Adds a school; answers nothing when its code is taken. */
export const addSchool = (db: Db, school: NewSchool) =>
  db.one(add, [
    school.code,
    school.name,
    school.level ?? 'other',
    school.status ?? 'open',
    school.kind ?? 'regular',
    school.grades ?? [],
    school.area ?? '',
    school.address ?? '',
    school.city ?? '',
    school.state ?? '',
    school.postalCode ?? '',
    school.latitude ?? null,
    school.longitude ?? null,
    school.phone ?? '',
    school.website ?? null,
    school.principalName ?? '',
    school.principalEmail ?? null,
    school.communitySchool ?? false,
    school.enrolment ?? null,
    school.enrolmentYear ?? null,
  ])

/** Changes the school if `version` is still the current one; answers whether it was. */
export const changeSchool = async (db: Db, id: string, version: number, change: SchoolChange) => {
  const changed = await db.orm
    .update(schools)
    .set(change)
    .where(and(eq(schools.districtId, db.districtId), eq(schools.id, id), eq(schools.version, version)))
    .returning({ id: schools.id })
  return changed.length > 0
}

const codeTaken = statement<{ id: string }>(
  'select id from schools where district_id = app_district() and code = $1 and id <> $2',
)
export const otherSchoolWithCode = (db: Db, code: string, id: string) => db.one(codeTaken, [code, id])
