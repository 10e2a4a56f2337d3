import type { Agreement } from '@common-table/shared/agreements/schemas'
import type { AgreementFacts } from '@common-table/shared/agreements/facts'
import type { GateOnRoute } from '@common-table/shared/agreements/route'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

type Scope = readonly string[] | null

/** An agreement as it is stored; what rules add stands in view.ts. */
export type StoredAgreement = Omit<
  Agreement,
  'facts' | 'sections' | 'route' | 'standing' | 'visionStanding' | 'gaps'
> & {
  facts: AgreementFacts
  route: GateOnRoute[]
  sections: Omit<Agreement['sections'][number], 'required'>[]
}
export interface AgreementRow {
  agreement: StoredAgreement
  version: number
  today: string
  leadUserId: string | null
  districtName: string
  schools: string[]
}

const all = (item: string, from: string, order: string): string =>
  `(select coalesce(json_agg(${item} order by ${order}), '[]') from ${from})`
const own = (table: string, alias: string): string =>
  `${table} ${alias} where ${alias}.district_id = a.district_id and ${alias}.agreement_id = a.id`

export const sectionJson = `json_build_object('id', s.id, 'code', s.code, 'group', s.group_code, 'title', s.title, 'body', s.body,
  'state', s.state, 'notes', s.notes, 'changedBy', s.changed_by_name, 'changedAt', ${utc('s.changed_at')}, 'version', s.version)`
export const obligationJson = `json_build_object('id', o.id, 'side', o.side, 'what', o.what, 'cadence', o.cadence,
  'firstDueOn', o.first_due_on, 'evidence', o.evidence, 'sectionCode', o.section_code, 'version', o.version)`

/** The issued document that counts now: none in a draft, where the one before was sent back. */
export const currentDocument = `(select c.id from agreement_documents c where c.district_id = a.district_id
  and c.agreement_id = a.id and c.kind = 'issued' and a.stage not in ('draft', 'withdrawn') order by c.id desc limit 1)`

const lists = `'sections', ${all(sectionJson, own('agreement_sections', 's'), 's.position, s.id')},
  'obligations', ${all(obligationJson, own('obligations', 'o'), 'o.side, o.id')},
  'stays', ${all(
    `json_build_object('stage', y.stage, 'enteredAt', ${utc('y.entered_at')}, 'leftAt', ${utc('y.left_at')},
      'days', floor(extract(epoch from coalesce(y.left_at, now()) - y.entered_at) / 86400)::integer, 'outcome', y.outcome, 'decidedBy', y.decided_by, 'note', y.note)`,
    own('agreement_stays', 'y'),
    'y.id',
  )},
  'documents', ${all(
    `json_build_object('id', m.id, 'kind', m.kind, 'sha256', m.sha256, 'sizeBytes', m.size_bytes, 'issuedAt', ${utc('m.issued_at')},
      'current', m.kind = 'signed' or m.id is not distinct from ${currentDocument})`,
    own('agreement_documents', 'm'),
    'm.id desc',
  )},
  'signatures', ${all(
    `json_build_object('side', g.side, 'name', g.name, 'title', g.title, 'at', ${utc('g.signed_at')}, 'sha256', g.sha256)`,
    `${own('agreement_signatures', 'g')} and g.document_id = ${currentDocument}`,
    'g.signed_at',
  )},
  'comments', ${all(
    `json_build_object('id', k.id, 'sectionCode', k.section_code, 'name', k.name, 'text', k.body,
      'at', ${utc('k.created_at')}, 'resolvedAt', ${utc('k.resolved_at')})`,
    own('agreement_comments', 'k'),
    'k.id desc',
  )}`

// A function takes a hundred arguments at most, so the object is put together from three.
const one = statement<AgreementRow>(`select a.version, (now() at time zone d.time_zone)::date::text as today,
    p.lead_user_id as "leadUserId", d.name as "districtName",
    case when p.scope = 'district' then '[]' else (select coalesce(json_agg(c.name order by c.name), '[]')
      from partnership_schools l join schools c on c.district_id = l.district_id and c.id = l.school_id
      where l.district_id = p.district_id and l.partnership_id = p.id) end as schools,
    jsonb_build_object('id', a.id, 'partnership', jsonb_build_object('id', p.id, 'name', p.name),
      'organization', jsonb_build_object('id', o.id, 'name', o.name), 'kind', a.kind,
      'from', case when f.id is not null then jsonb_build_object('id', f.id, 'title', f.title) end,
      'title', a.title, 'type', a.type, 'language', a.language, 'facts', jsonb_build_object('intensity', a.intensity,
        'money', a.money, 'usesSpace', a.uses_space, 'data', a.data, 'contact', a.contact, 'worksite', a.worksite,
        'grassroots', a.grassroots), 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'renews', a.renews,
      'termMonths', a.term_months, 'noticeDays', a.notice_days, 'amountCents', a.amount_cents,
      'dataSharing', a.data_sharing, 'districtSignerId', a.district_signer_id, 'partnerSignerId', a.partner_signer_id)
    || jsonb_build_object('stage', a.stage, 'stageSince', ${utc('a.stage_since')}, 'route', a.route, 'lastDay', a.last_day,
      'endReason', a.end_reason, 'noticeGivenOn', a.notice_given_on, 'noticeGivenBy', a.notice_given_by,
      'exitReason', a.exit_reason, 'amendmentReason', a.amendment_reason, 'amendmentNote', a.amendment_note,
      'districtSigner', case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end,
      'partnerSigner', case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name, 'email', c.email) end,
      'certifiedOn', a.certified_on, 'createdAt', ${utc('a.created_at')}, 'version', a.version)
    || jsonb_build_object(${lists}) as agreement
  from agreements a join districts d on d.id = a.district_id
    join partnerships p on p.district_id = a.district_id and p.id = a.partnership_id
    join organizations o on o.district_id = p.district_id and o.id = p.organization_id
    left join agreements f on f.district_id = a.district_id and f.id = a.from_agreement_id
    left join users u on u.district_id = a.district_id and u.id = a.district_signer_id
    left join contacts c on c.district_id = a.district_id and c.id = a.partner_signer_id
  where a.district_id = app_district() and a.id = $1
    and ($2::uuid[] is null or exists (select from partnership_schools s
      where s.district_id = a.district_id and s.partnership_id = a.partnership_id and s.school_id = any ($2)))`)
/** One agreement with all that belongs to it, in one round trip. */
export const agreementRow = (db: Db, scope: Scope, agreementId: string) => db.one(one, [agreementId, scope])

const hold = statement<{ version: number; stage: Agreement['stage'] }>(
  'select version, stage from agreements where district_id = app_district() and id = $1 for update',
)
/** Holds an agreement until this transaction ends: whoever writes to it or signs it waits. */
export const holdAgreement = (db: Db, agreementId: string) => db.one(hold, [agreementId])

const forBeginning = statement<{
  organizationId: string
  partner: string
  district: string
  name: string
  leadUserId: string | null
  today: string
}>(`select p.organization_id as "organizationId", o.name as partner, d.name as district, p.name,
    p.lead_user_id as "leadUserId", (now() at time zone d.time_zone)::date::text as today
  from partnerships p join organizations o on o.district_id = p.district_id and o.id = p.organization_id
    join districts d on d.id = p.district_id
  where p.district_id = app_district() and p.id = $1`)
/** The names an agreement begins with. */
export const partiesOf = (db: Db, partnershipId: string) => db.one(forBeginning, [partnershipId])

const underWay = statement<{
  id: string
}>(`select id from agreements where district_id = app_district() and from_agreement_id = $1
  and kind = 'amendment' and stage not in ('signed', 'withdrawn')`)
/** The amendment of an agreement that is not settled yet. */
export const amendmentUnderWay = async (db: Db, agreementId: string) =>
  (await db.one(underWay, [agreementId]))?.id
