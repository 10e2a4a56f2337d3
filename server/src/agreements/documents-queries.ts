import type { DocumentContent, SignedLine } from '@common-table/shared/agreements/document'
import type { Side } from '@common-table/shared/vocabulary/sides'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { utc } from '../db/utc.ts'

type Scope = readonly string[] | null

export interface StoredDocument {
  id: string
  agreementId: string
  kind: 'issued' | 'signed'
  sha256: string
  content: DocumentContent
  signatures: SignedLine[]
  title: string
}
const columns = `m.id, m.agreement_id as "agreementId", m.kind, m.sha256, m.content, m.signatures, a.title`

const one = statement<StoredDocument>(`select ${columns} from agreement_documents m
    join agreements a on a.district_id = m.district_id and a.id = m.agreement_id
  where m.district_id = app_district() and m.id = $1
    and ($2::uuid[] is null or exists (select from partnership_schools s
      where s.district_id = a.district_id and s.partnership_id = a.partnership_id and s.school_id = any ($2)))`)
export const documentRow = (db: Db, scope: Scope, documentId: string) => db.one(one, [documentId, scope])

const latest = statement<StoredDocument>(`select ${columns} from agreement_documents m
    join agreements a on a.district_id = m.district_id and a.id = m.agreement_id
  where m.district_id = app_district() and m.agreement_id = $1 and m.kind = $2 order by m.id desc limit 1`)
/** The newest document of a kind. */
export const latestDocument = (db: Db, agreementId: string, kind: 'issued' | 'signed') =>
  db.one(latest, [agreementId, kind])

const insert = statement<{
  id: string
}>(`insert into agreement_documents (district_id, agreement_id, kind, sha256, size_bytes, content,
    signatures, issued_at) values (app_district(), $1, $2, $3, $4, $5, $6, $7) returning id`)
export const insertDocument = async (
  db: Db,
  made: Omit<StoredDocument, 'id' | 'title'> & { sizeBytes: number; issuedAt: string },
): Promise<string> =>
  (await db.one(insert, [
    made.agreementId,
    made.kind,
    made.sha256,
    made.sizeBytes,
    JSON.stringify(made.content),
    JSON.stringify(made.signatures),
    made.issuedAt,
  ]))!.id // an insert returns its row

const sign = statement<{
  at: string
}>(`insert into agreement_signatures (district_id, agreement_id, document_id, side, name, title,
    organization_name, consent, sha256, address, device, signed_at)
  values (app_district(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (district_id, document_id, side) do nothing returning signed_at as at`)
export interface SignatureToInsert {
  agreementId: string
  documentId: string
  side: Side
  name: string
  title: string
  organization: string
  consent: string
  sha256: string
  address: string
  device: string
  at: string
}
/** Whether it was the first signature of this side under this document. */
export const insertSignature = async (db: Db, given: SignatureToInsert): Promise<boolean> =>
  (await db.one(sign, [
    given.agreementId,
    given.documentId,
    given.side,
    given.name,
    given.title,
    given.organization,
    given.consent,
    given.sha256,
    given.address,
    given.device,
    given.at,
  ])) !== undefined

const given =
  statement<SignedLine>(`select side, name, title, sha256, consent, organization_name as organization,
    ${utc('signed_at')} as at
  from agreement_signatures where district_id = app_district() and document_id = $1 order by signed_at, side`)
/** The signatures under a document, in the order they were given. */
export const signaturesUnder = (db: Db, documentId: string) => db.many(given, [documentId])

export interface Verified {
  document: 'issued' | 'signed'
  isSigned: boolean
  districtName: string
  partnerName: string
  title: string
  type: string
  kind: string
  stage: string
  startsOn: string | null
  endsOn: string | null
  renews: boolean
  termMonths: number
  noticeDays: number
  lastDay: string | null
  endReason: 'notice' | 'early' | 'replaced' | null
  today: string
  signers: { side: Side; name: string; at: string }[]
}
const verify = statement<{ found: Verified | null }>('select agreement_by_hash($1) as found')
/** What anyone may learn who holds a document; across districts. */
export const verifiedBy = async (db: Db, sha256: string) => (await db.one(verify, [sha256]))?.found

const certify = statement(`with kept as (
    insert into files (district_id, name, media_type, size_bytes, sha256, created_by)
    values (app_district(), $2, $3, $4, $5, $6) returning id)
  update agreements set certificate_file_id = (select id from kept), certified_on = $7 where district_id = app_district() and id = $1`)
export const keepCertificate = (
  db: Db,
  agreementId: string,
  file: { name: string; mediaType: string; sizeBytes: number; sha256: string },
  personId: string | null,
  on: string,
) => db.run(certify, [agreementId, file.name, file.mediaType, file.sizeBytes, file.sha256, personId, on])

const certificate = statement<{ name: string; sha256: string }>(`select f.name, f.sha256 from agreements a
    join files f on f.district_id = a.district_id and f.id = a.certificate_file_id
  where a.district_id = app_district() and a.id = $1
    and ($2::uuid[] is null or exists (select from partnership_schools s
      where s.district_id = a.district_id and s.partnership_id = a.partnership_id and s.school_id = any ($2)))`)
export const certificateOf = (db: Db, scope: Scope, agreementId: string) =>
  db.one(certificate, [agreementId, scope])
