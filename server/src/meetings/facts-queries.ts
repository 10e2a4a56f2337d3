import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { Scope } from './queries.ts'

export interface PartnershipFacts {
  organizationId: string
  stage: string
  today: string
}
const partnership =
  statement<PartnershipFacts>(`select p.organization_id as "organizationId", p.stage, district_today()::text as today
  from partnerships p where p.district_id = app_district() and p.id = $1 and ($2::uuid[] is null or exists (select from
    partnership_schools s where s.district_id = p.district_id and s.partnership_id = p.id and s.school_id = any ($2)))`)
export const partnershipFacts = (db: Db, scope: Scope, id: string) => db.one(partnership, [id, scope])

export interface Reader {
  userId: string
  name: string
  email: string
  locale: 'en' | 'es'
  district: string
}
const lead = statement<Reader>(`select u.id as "userId", u.name, u.email, u.locale, d.name as district
  from users u join districts d on d.id = u.district_id
  where u.district_id = app_district() and u.status = 'active' and u.id = $1`)
export const activeUser = (db: Db, userId: string) => db.one(lead, [userId])
