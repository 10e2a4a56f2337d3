import * as Type from 'typebox'
import { Obligation } from '../obligations/schemas.ts'
import { Agreement, AgreementSignature, DataSharingTerms, Section } from './schemas.ts'

const { id: _id, version: _version, ...clause } = Obligation.properties
const { kind, type, language, startsOn, endsOn, renews, termMonths, noticeDays, amountCents, title } =
  Agreement.properties

/** Everything an issued document says, frozen: the same content always makes the same bytes. */
export const DocumentContent = Type.Object({
  agreementId: Type.String(),
  title,
  kind,
  type,
  language,
  districtName: Type.String(),
  partnerName: Type.String(),
  partnershipName: Type.String(),
  amends: Type.Union([
    Type.Null(),
    Type.Object({ title: Type.String(), reason: Type.String(), note: Type.String(), sha256: Type.String() }),
  ]),
  startsOn,
  endsOn,
  renews,
  termMonths,
  noticeDays,
  amountCents,
  visionNumber: Type.Integer(),
  visionStatement: Type.String(),
  schools: Type.Array(Type.String()),
  sections: Type.Array(
    Type.Object({
      code: Section.properties.code,
      group: Section.properties.group,
      title: Section.properties.title,
      body: Section.properties.body,
    }),
  ),
  obligations: Type.Array(Type.Object(clause)),
  dataSharing: Type.Union([Type.Null(), DataSharingTerms]),
  issuedAt: Type.String(),
})
export type DocumentContent = Type.Static<typeof DocumentContent>

/** A signature as it stands on the signature page. */
export const SignedLine = Type.Object({
  ...AgreementSignature.properties,
  consent: Type.String(),
  organization: Type.String(),
})
export type SignedLine = Type.Static<typeof SignedLine>

/** One piece of the document, in reading order: the same for the page and for the PDF. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'subheading' | 'paragraph' | 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
