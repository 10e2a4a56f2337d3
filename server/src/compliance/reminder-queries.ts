import type { HandedIn } from '@common-table/shared/compliance/clearance'
import type { PassportFacts } from '@common-table/shared/compliance/required-documents'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { factsJson } from './queries.ts'

/** A passport with a document that ends within the longest time anyone may be warned. */
export interface Ending {
  id: string
  name: string
  facts: PassportFacts
  level: number
  today: string
  documents: (HandedIn & { reminders: number[] })[]
}
const ending =
  statement<Ending>(`select o.id, o.name, ${factsJson} as facts, campus_level(o.id, null, t.today) as level, t.today,
    (select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'status', d.status, 'expiresOn', d.expires_on,
        'reminders', (select coalesce(json_agg(r.days), '[]') from document_reminders r
          where r.district_id = d.district_id and r.document_id = d.id)) order by d.id desc)
      from compliance_documents d where d.district_id = o.district_id and d.organization_id = o.id) as documents
  from (select district_today() as today) t, organizations o
    join passports p on p.district_id = o.district_id and p.organization_id = o.id
  where o.district_id = app_district() and o.id in (select organization_id from compliance_documents
    where district_id = app_district() and status = 'approved' and expires_on between t.today and t.today + 180)`)
export const endingPassports = (db: Db) => db.many(ending)

const note = statement<{ document_id: string }>(
  `insert into document_reminders (district_id, document_id, days)
   select app_district(), x.id, x.days from jsonb_to_recordset($1::jsonb) as x(id uuid, days smallint)
   on conflict (district_id, document_id, days) do nothing returning document_id`,
)
/** Notes that these reminders go out now; answers those that had not gone out before. */
export const noteReminders = async (db: Db, reminders: readonly { id: string; days: number }[]) =>
  (await db.many(note, [JSON.stringify(reminders)])).map((row) => row.document_id)
