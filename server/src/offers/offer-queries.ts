import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'

/** An offer as far as the desk needs it. */
export interface DeskOffer {
  id: string
  status: 'new' | 'suspected' | 'accepted' | 'declined' | 'spam'
  organizationId: string | null
  organizationName: string
  contactName: string
  contactEmail: string
  locale: 'en' | 'es'
  message: string
  /** Students in all; null where nobody said. */
  seats: number | null
  grades: string[]
  languages: string[]
  weekdays: string[]
  setting: string | null
  wantedSchoolIds: string[]
  decidedBy: string | null
  decidedByName: string
  createdAt: string
  closedAt: string | null
  version: number
  district: string
  timeZone: string
  firstRefusalDays: number
}

const facts = `f.id, f.status, f.organization_id as "organizationId",
    coalesce(o.name, f.organization_name) as "organizationName", f.contact_name as "contactName", f.contact_email as "contactEmail",
    f.locale, f.message, f.students as seats, f.grades, f.languages, f.weekdays, f.setting, f.wanted_school_ids as "wantedSchoolIds",
    f.decided_by as "decidedBy", f.decided_by_name as "decidedByName", f.created_at as "createdAt", f.closed_at as "closedAt", f.version,
    d.name as district, d.time_zone as "timeZone", d.first_refusal_days as "firstRefusalDays"
  from offers f join districts d on d.id = f.district_id
    left join organizations o on o.district_id = f.district_id and o.id = f.organization_id
  where f.district_id = app_district() and f.id = $1`
const one = statement<DeskOffer>(`select ${facts}`)
export const deskOffer = (db: Db, id: string) => db.one(one, [id])

const locked = statement<DeskOffer>(`select ${facts} for no key update of f`)
/** The offer, held until the transaction ends, so that two answers at once cannot give the same places away. */
export const lockOffer = (db: Db, id: string) => db.one(locked, [id])

const close = statement(
  'update offers set closed_at = now() where district_id = app_district() and id = $1 and closed_at is null',
)
export const closeOffer = async (db: Db, id: string): Promise<boolean> => (await db.run(close, [id])) > 0
