import * as Type from 'typebox'
import { Closed, Day, Id, Line, Nullable, Prose } from '../contract/fields.ts'
import { defineContract } from '../contract/route.ts'
import { Due } from '../obligations/schemas.ts'
import { sideTerms } from '../vocabulary/sides.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { ShownDocument } from './documents-contract.ts'
import { AgreementComment, AgreementSignature, AgreementStageCode, AgreementStandingCode } from './schemas.ts'

/** What the partner's page shows: the document as it stands, and what can be done about it now. */
export const AgreementForPartner = Type.Object({
  title: Type.String(),
  partnershipName: Type.String(),
  stage: AgreementStageCode,
  standing: AgreementStandingCode,
  lastDay: Nullable(Day),
  document: Nullable(Type.Object({ id: Id, ...ShownDocument.properties })),
  signatures: Type.Array(AgreementSignature),
  comments: Type.Array(AgreementComment),
  /** Which side has yet to sign; empty unless it is at signatures. */
  waitingFor: Type.Array(Type.Enum(codesOf(sideTerms))),
  /** What the partner promised and is not settled, soonest first. */
  promises: Type.Array(Type.Object({ what: Type.String(), dueOn: Day, standing: Due.properties.standing })),
})
export type AgreementForPartner = Type.Static<typeof AgreementForPartner>

export const partnerAgreementContract = defineContract({
  readAgreementByLink: {
    method: 'GET',
    path: '/link/agreement',
    access: { link: 'agreement' },
    summary: 'The agreement as it stands: its document, who signed, what is promised',
    response: AgreementForPartner,
  },
  downloadAgreementByLink: {
    method: 'GET',
    path: '/link/agreement/pdf',
    access: { link: 'agreement' },
    summary: 'The exact PDF that is signed, or the signed one',
    download: 'application/pdf',
  },
  wishForAgreement: {
    method: 'POST',
    path: '/link/agreement/wish',
    access: { link: 'agreement' },
    summary: 'Ask for a change before signing, of a section or of the whole',
    body: Closed({ name: Line(120), text: Line(2000), sectionCode: Type.Optional(Prose(60)) }),
    response: AgreementForPartner,
  },
  signAgreementByLink: {
    method: 'POST',
    path: '/link/agreement/signature',
    access: { link: 'agreement', spends: true },
    summary: 'Sign for the partner, exactly the document that was shown; the link has then done its work',
    body: Closed({
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      name: Line(120),
      title: Type.Optional(Prose(120)),
      consent: Type.Literal(true),
      language: Type.Enum(['en', 'es']),
    }),
    response: AgreementForPartner,
  },
})
