import type { HandIn, Review } from '@common-table/shared/compliance/schemas'
import type { DocumentKind } from '@common-table/shared/compliance/vocabulary'
import type { Db } from '../db/db.ts'
import { listBy } from '../db/list.ts'
import { statement } from '../db/statement.ts'
import type { ReceivedFile } from '../http/uploads.ts'
import { documentJson } from './queries.ts'

const insert = statement<{ id: string }>(`with kept as (
    insert into files (district_id, name, media_type, size_bytes, sha256, created_by)
    values (app_district(), $1, $2, $3, $4, $5) returning id
  )
  insert into compliance_documents (district_id, organization_id, kind, file_id, issued_on, expires_on, amount_cents, note,
    submitted_by, via_link)
  select app_district(), $6, $7, kept.id, $8, $9, $10, $11, $12, $13 from kept returning id`)

export const insertDocument = (
  db: Db,
  organizationId: string,
  file: ReceivedFile,
  said: HandIn,
  by: { id: string | null; name: string; viaLink: boolean },
) =>
  db.one(insert, [
    file.name,
    file.mediaType,
    file.sizeBytes,
    file.sha256,
    by.viaLink ? null : by.id,
    organizationId,
    said.kind,
    said.issuedOn ?? null,
    said.expiresOn ?? null,
    said.amountCents ?? null,
    said.note?.trim() ?? '',
    by.name,
    by.viaLink,
  ])

export interface DocumentRow {
  id: string
  organizationId: string
  kind: DocumentKind
  status: 'submitted' | 'approved' | 'rejected'
  issuedOn: string | null
  expiresOn: string | null
  amountCents: number | null
  version: number
  today: string
}
const one = statement<DocumentRow>(
  `select id, organization_id as "organizationId", kind, status, issued_on as "issuedOn", expires_on as "expiresOn",
     amount_cents as "amountCents", version, district_today() as today
   from compliance_documents where district_id = app_district() and id = $1`,
)
export const documentOf = (db: Db, documentId: string) => db.one(one, [documentId])

const current = statement<{ document: string }>(
  `select json_build_object(${documentJson})::text as document from compliance_documents d
     join files f on f.district_id = d.district_id and f.id = d.file_id
   where d.district_id = app_district() and d.id = $1`,
)
export const documentNow = async (db: Db, documentId: string) =>
  (await db.one(current, [documentId]))?.document ?? 'null'

const decide = statement(
  `update compliance_documents set status = $3, reviewed_by = $4, reviewed_at = now(), reject_reason = $5, reject_note = $6,
     issued_on = $7, expires_on = $8, amount_cents = $9
   where district_id = app_district() and id = $1 and version = $2`,
)
export const decideDocument = async (
  db: Db,
  documentId: string,
  version: number,
  reviewer: string,
  { decision, reason, note }: Review,
  said: Pick<DocumentRow, 'issuedOn' | 'expiresOn' | 'amountCents'>,
): Promise<boolean> =>
  (await db.run(decide, [
    documentId,
    version,
    decision === 'approve' ? 'approved' : 'rejected',
    reviewer,
    decision === 'reject' ? (reason ?? 'other') : null,
    decision === 'reject' ? (note?.trim() ?? '') : '',
    said.issuedOn,
    said.expiresOn,
    said.amountCents,
  ])) > 0

const file = statement<{ name: string; sha256: string; mediaType: string }>(
  `select f.name, f.sha256, f.media_type as "mediaType" from compliance_documents d
     join files f on f.district_id = d.district_id and f.id = d.file_id
   where d.district_id = app_district() and d.id = $1`,
)
export const fileOfDocument = (db: Db, documentId: string) => db.one(file, [documentId])

const item = `json_build_object(${documentJson}, 'organization', json_build_object('id', o.id, 'name', o.name))`
const joins = `join files f on f.district_id = d.district_id and f.id = d.file_id
  join organizations o on o.district_id = d.district_id and o.id = d.organization_id`
const newerOne = `exists (select from compliance_documents n where n.district_id = d.district_id
  and n.organization_id = d.organization_id and n.kind = d.kind and n.id > d.id and n.status <> 'rejected'
  and (n.status = 'submitted' or coalesce(n.expires_on, 'infinity') > d.expires_on))`

/** What waits for review, first come first served. */
export const waitingDocuments = listBy({
  from: 'compliance_documents d',
  alias: 'd',
  where: "d.status = 'submitted'",
  filters: { kind: 'd.kind = ?' },
  sorts: { oldest: [['d.id', 'uuid']] },
  item,
  joins,
})

/** Approved ones by the day they end, unless a newer one is there or waits. */
export const endingDocuments = listBy({
  from: 'compliance_documents d',
  alias: 'd',
  where: `d.status = 'approved' and d.expires_on is not null and not ${newerOne}`,
  filters: { kind: 'd.kind = ?', from: 'd.expires_on >= ?::date', before: 'd.expires_on < ?::date' },
  sorts: {
    end: [
      ['d.expires_on', 'date'],
      ['d.id', 'uuid'],
    ],
  },
  item,
  joins,
})

const day = statement<{ today: string }>('select district_today() as today')
export const todayOf = async (db: Db): Promise<string> => (await db.one(day))!.today // always one row
