import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { today } from './list-queries.ts'

export interface PartnershipFacts {
  name: string
  organizationId: string
  leadUserId: string | null
  today: string
}
const facts =
  statement<PartnershipFacts>(`select name, organization_id as "organizationId", lead_user_id as "leadUserId",
    ${today}::text as today
  from partnerships where district_id = app_district() and id = $1`)
export const partnershipOf = (db: Db, partnershipId: string) => db.one(facts, [partnershipId])

/** Services of the partnership; where it names none, those of its organization. */
const services = `(select v.id, v.name from services v where v.district_id = p.district_id and v.organization_id = p.organization_id
  and v.status = 'active' and (not exists (select from partnership_services l where l.district_id = p.district_id and l.partnership_id = p.id)
    or exists (select from partnership_services l where l.district_id = p.district_id and l.partnership_id = p.id and l.service_id = v.id)))`
const list = (rows: string): string =>
  `(select coalesce(json_agg(json_build_object('id', x.id, 'name', x.name) order by x.name), '[]') from ${rows} x)`
const page = statement<{
  page: string
}>(`select json_build_object('partnershipName', p.name, 'today', t.today,
    'from', coalesce((select min(y.starts_on) from school_years y where y.district_id = p.district_id), t.today),
    'schools', ${list(`(select s.id, s.name from partnership_schools l join schools s on s.district_id = l.district_id and s.id = l.school_id
      where l.district_id = p.district_id and l.partnership_id = p.id)`)},
    'services', ${list(services)},
    'activities', (select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'title', a.title, 'happensOn', a.happens_on,
        'schoolName', a.school, 'serviceName', a.service, 'planned', a.planned, 'delivered', a.delivered, 'status', a.status,
        'silent', a.silent, 'own', a.own, 'removable', a.by_link and a.own, 'version', a.version,
        'people', case when a.own then json_build_object('students', a.students, 'families', a.families, 'staff', a.staff,
          'community', a.community) end) order by a.silent desc, a.happens_on desc, a.id desc), '[]')
      from (select a.*, s.name as school, v.name as service, a.said_by = 'partner' as own,
          a.delivered is null and a.happens_on <= t.today as silent
        from activities a left join schools s on s.district_id = a.district_id and s.id = a.school_id
          left join services v on v.district_id = a.district_id and v.id = a.service_id
        where a.district_id = p.district_id and a.partnership_id = p.id and a.happens_on <= t.today + 14
        order by silent desc, a.happens_on desc, a.id desc limit 60) a))::text as page
  from partnerships p cross join (select ${today} as today) t where p.district_id = app_district() and p.id = $1`)
/** What the holder of a link sees: sixty of this partnership, and nobody else's number of people. */
export const activitiesForPartner = async (db: Db, partnershipId: string): Promise<string | undefined> =>
  (await db.one(page, [partnershipId]))?.page

const fits = statement<{ school: boolean; service: boolean }>(`select
    ($2::uuid is null or exists (select from partnership_schools l where l.district_id = app_district() and l.partnership_id = p.id and l.school_id = $2)) as school,
    ($3::uuid is null or exists (select from ${services} x where x.id = $3)) as service
  from partnerships p where p.district_id = app_district() and p.id = $1`)
/** Whether a school and a service are of the partnership. */
export const fitsPartnership = (
  db: Db,
  partnershipId: string,
  schoolId: string | null,
  serviceId: string | null,
) => db.one(fits, [partnershipId, schoolId, serviceId])

const tell =
  statement(`update activities set delivered = $4, students = $5, families = $6, staff = $7, community = $8,
    audiences = array(select x from unnest('{students,families,staff,community}'::text[]) x where x = any (audiences)
      or x = any ($11::text[])),
    note = coalesce($9, note), said_by = 'partner', said_by_name = $10
  where district_id = app_district() and partnership_id = $1 and id = $2 and version = $3 and (delivered is null or said_by = 'partner')`)
/** Answers whether it was the partner's to say and `version` still current. */
export const tellActivity = async (db: Db, values: readonly unknown[]): Promise<boolean> =>
  (await db.run(tell, [...values])) > 0

export interface Held {
  happensOn: string
  kind: 'engagement' | 'session'
  planned: number
  version: number
  /** Nobody has said yet what came of it, or the partner has. */
  own: boolean
}
const held =
  statement<Held>(`select happens_on::text as "happensOn", kind, planned, version, delivered is null or said_by = 'partner' as own
  from activities where district_id = app_district() and partnership_id = $1 and id = $2 for no key update`)
export const heldActivity = (db: Db, partnershipId: string, id: string) => db.one(held, [partnershipId, id])

const remove =
  statement(`delete from activities where district_id = app_district() and partnership_id = $1 and id = $2
  and by_link and said_by = 'partner'`)
/** Only what a link brought and nobody of the district has corrected. */
export const removeReported = async (db: Db, partnershipId: string, id: string): Promise<boolean> =>
  (await db.run(remove, [partnershipId, id])) > 0
