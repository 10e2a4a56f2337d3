import * as Type from 'typebox'
import { Closed, Day, Instant, Nullable } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { DocumentContent, SignedLine } from './document.ts'
import { Agreement, AgreementStandingCode, AgreementTypeCode } from './schemas.ts'
import { agreementKinds } from './vocabulary.ts'

/** What anyone learns who holds a document: that it is genuine, between whom, signed by whom, and whether it holds. */
export const Verification = Type.Object({
  found: Type.Literal(true),
  /** The signed document, or the one that was put before the signers. */
  document: Type.Enum(['signed', 'issued']),
  districtName: Type.String(),
  partnerName: Type.String(),
  title: Type.String(),
  type: AgreementTypeCode,
  kind: Type.Enum(codesOf(agreementKinds)),
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  signedAt: Nullable(Instant),
  signers: Type.Array(
    Type.Object({ side: Type.Enum(['district', 'partner']), name: Type.String(), at: Instant }),
  ),
  /** On the day it is asked. */
  standing: AgreementStandingCode,
  asOf: Day,
})
export type Verification = Type.Static<typeof Verification>

export const ShownDocument = Type.Object({
  sha256: Type.String(),
  kind: Type.Enum(['issued', 'signed']),
  content: DocumentContent,
  signatures: Type.Array(SignedLine),
})
export type ShownDocument = Type.Static<typeof ShownDocument>

export const agreementDocumentsContract = defineContract({
  getAgreementDocument: {
    method: 'GET',
    path: '/agreement-documents/:documentId',
    access: 'agreements:read',
    summary: 'What a frozen document says, with its fingerprint and signatures',
    response: ShownDocument,
  },
  downloadAgreementDocument: {
    method: 'GET',
    path: '/agreement-documents/:documentId/pdf',
    access: 'agreements:read',
    summary: 'The exact PDF; its SHA-256 is checked before it leaves',
    download: 'application/pdf',
  },
  verifyDocument: {
    method: 'POST',
    path: '/verification',
    access: 'public',
    asks: true,
    throttle: 'link',
    summary: 'Whether a file is an agreement made here, by the SHA-256 of the file; nothing is uploaded',
    body: Closed({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
    response: Type.Union([Verification, Type.Object({ found: Type.Literal(false) })]),
  },
  certifyDestruction: {
    method: 'POST',
    path: '/agreements/:agreementId/destruction-certificate',
    access: 'agreements:write',
    summary: 'Keep the certificate that shared data were destroyed',
    upload: true,
    response: Agreement,
  },
  downloadDestructionCertificate: {
    method: 'GET',
    path: '/agreements/:agreementId/destruction-certificate',
    access: 'agreements:read',
    summary: 'The certificate that shared data were destroyed',
    download: 'application/octet-stream',
  },
})
