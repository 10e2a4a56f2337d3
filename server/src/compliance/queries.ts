import type { PassportFacts } from '@common-table/shared/compliance/required-documents'
import type { ComplianceDocument } from '@common-table/shared/compliance/schemas'
import type { FactsChange } from '@common-table/shared/compliance/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'
import { requirementsJson, type OwnRequirement } from './requirement-queries.ts'

/** One document `d` with its file `f`. */
export const documentJson = `'id', d.id, 'kind', d.kind, 'status', d.status, 'fileName', f.name, 'mediaType', f.media_type,
  'sizeBytes', f.size_bytes, 'issuedOn', d.issued_on, 'expiresOn', d.expires_on, 'amountCents', d.amount_cents,
  'note', d.note, 'submittedBy', d.submitted_by, 'viaLink', d.via_link, 'submittedAt', ${utc('d.submitted_at')},
  'reviewedBy', d.reviewed_by, 'reviewedAt', ${utc('d.reviewed_at')}, 'rejectReason', d.reject_reason,
  'rejectNote', d.reject_note, 'version', d.version`

/** The facts of a passport `p` (which may be absent) and its organisation `o`. */
export const factsJson = `json_build_object('contact', p.contact, 'studentData', coalesce(p.student_data, false),
  'districtPays', coalesce(p.district_pays, false), 'space', coalesce(p.space, false), 'type', o.type,
  'trustedInCommunity', o.trusted_in_community)`

export interface RawPassport {
  organization: { id: string; name: string }
  facts: PassportFacts
  version: number
  code: string | null
  today: string
  own: OwnRequirement[]
  documents: ComplianceDocument[]
  /** 0 none, 1 low, 2 medium, 3 high: in force within the reader's schools, and also counting those being formed. */
  level: number
  preparing: number
  /** In force anywhere, whatever the reader may see. */
  anywhere: number
  schools: { id: string; name: string; level: number }[]
  districtWide: boolean
}
const raw = statement<{ passport: RawPassport }>(`select json_build_object(
    'organization', json_build_object('id', o.id, 'name', o.name), 'facts', ${factsJson},
    'version', coalesce(p.version, 1), 'code', p.code, 'today', t.today, 'own', ${requirementsJson},
    'documents', (select coalesce(json_agg(json_build_object(${documentJson}) order by d.id desc), '[]')
      from compliance_documents d join files f on f.district_id = d.district_id and f.id = d.file_id
      where d.district_id = o.district_id and d.organization_id = o.id),
    'level', campus_level(o.id, $2, t.today), 'anywhere', campus_level(o.id, null, t.today),
    'preparing', (select coalesce(max(case w.intensity when 'high' then 3 when 'medium' then 2 else 1 end), 0)
      from partnerships w where w.district_id = o.district_id and w.organization_id = o.id
        and w.stage not in ('paused', 'ended')),
    'schools', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name,
        'level', campus_level(o.id, array[s.id], t.today)) order by s.name), '[]')
      from (select distinct l.school_id from partnerships w
          join partnership_schools l on l.district_id = w.district_id and l.partnership_id = w.id
        where w.district_id = o.district_id and w.organization_id = o.id
          and w.stage in ('active', 'expanding', 'renewing') and ($2::uuid[] is null or l.school_id = any ($2))) at
      join schools s on s.district_id = o.district_id and s.id = at.school_id),
    'districtWide', exists (select from partnerships w where w.district_id = o.district_id and w.organization_id = o.id
      and w.scope = 'district' and w.stage in ('active', 'expanding', 'renewing'))) as passport
  from organizations o left join passports p on p.district_id = o.district_id and p.organization_id = o.id,
    (select district_today() as today) t
  where o.district_id = app_district() and o.id = $1`)
/** Everything the passport of an organisation is made of. `schoolIds` are the reader's own schools, null for all. */
export const rawPassport = async (db: Db, schoolIds: readonly string[] | null, organizationId: string) =>
  (await db.one(raw, [organizationId, schoolIds]))?.passport

const newPassport = statement(
  `insert into passports (district_id, organization_id)
   select app_district(), id from organizations where district_id = app_district() and id = $1
   on conflict (district_id, organization_id) do nothing`,
)
export const ensurePassport = (db: Db, organizationId: string) => db.run(newPassport, [organizationId])

const setFacts = statement(
  `update passports set contact = case when $3 then $4 else contact end, student_data = coalesce($5, student_data),
     district_pays = coalesce($6, district_pays), space = coalesce($7, space), stale = true
   where district_id = app_district() and organization_id = $1 and version = $2`,
)
export const updateFacts = async (db: Db, organizationId: string, version: number, facts: FactsChange) =>
  (await db.run(setFacts, [
    organizationId,
    version,
    facts.contact !== undefined,
    facts.contact ?? null,
    facts.studentData ?? null,
    facts.districtPays ?? null,
    facts.space ?? null,
  ])) > 0

const newCode = statement(
  'update passports set code = gen_random_uuid() where district_id = app_district() and organization_id = $1',
)
export const changeCode = (db: Db, organizationId: string) => db.run(newCode, [organizationId])
