import type { HandedIn } from '@common-table/shared/compliance/clearance'
import type { PassportFacts } from '@common-table/shared/compliance/required-documents'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { factsJson } from './queries.ts'

const staleAll = statement('update passports set stale = true where district_id = app_district()')
export const markAllStale = (db: Db) => db.run(staleAll)

export interface Unsettled {
  id: string
  facts: PassportFacts
  today: string
  documents: HandedIn[]
}
const unsettled = statement<Unsettled>(`select p.organization_id as id, ${factsJson} as facts, t.today,
    (select coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'status', d.status, 'expiresOn', d.expires_on)
      order by d.id desc), '[]') from compliance_documents d
      where d.district_id = p.district_id and d.organization_id = p.organization_id) as documents
  from passports p join organizations o on o.district_id = p.district_id and o.id = p.organization_id,
    (select district_today() as today) t
  where p.district_id = app_district() and (p.stale or p.changes_on <= t.today) and ($1::uuid is null or p.organization_id = $1)
  order by p.organization_id limit $2 for update of p`)
/** Passports whose standing is not worked out, or not for today; held until the transaction ends. */
export const unsettledPassports = (db: Db, organizationId: string | null, limit: number) =>
  db.many(unsettled, [organizationId, limit])

const settle = statement(
  `update passports p set standing = x.standing, changes_on = x."changesOn", stale = false
   from jsonb_to_recordset($1::jsonb) as x(id uuid, standing jsonb, "changesOn" date)
   where p.district_id = app_district() and p.organization_id = x.id`,
)
export const settlePassports = (
  db: Db,
  settled: readonly { id: string; standing: object; changesOn: string | null }[],
) => db.run(settle, [JSON.stringify(settled)])

const due = statement<{ due: boolean }>(
  `select exists (select from passports p where p.district_id = app_district() and p.stale)
     or exists (select from passports p where p.district_id = app_district() and p.changes_on <= district_today()) as due`,
)
export const anyUnsettled = async (db: Db) => (await db.one(due))?.due ?? false
