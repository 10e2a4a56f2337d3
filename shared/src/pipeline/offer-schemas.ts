import * as Type from 'typebox'
import {
  Closed,
  Count,
  Email,
  Id,
  Instant,
  Line,
  Nullable,
  pageQuery,
  Prose,
  Reference,
  Version,
} from '../contract/fields.ts'
import { Duplicates } from '../organizations/schemas.ts'
import { organizationTypes } from '../organizations/vocabulary.ts'
import { contributionTypes } from '../vocabulary/contribution-types.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { spamSigns } from './spam-signs.ts'
import { offerReasonTerms, offerStatusTerms } from './vocabulary.ts'

const help = {
  organizationName: Line(200),
  organizationType: Nullable(Type.Enum([...organizationTypes])),
  website: Prose(500),
  contactName: Line(120),
  contactEmail: Email,
  contactPhone: Prose(60),
  categoryIds: Type.Array(Id, { maxItems: 20 }),
  contributions: Type.Array(Type.Enum(codesOf(contributionTypes)), { maxItems: 13 }),
  message: Line(3000),
  /** Any school; otherwise `wantedPlaces` says which schools or neighbourhoods. */
  anywhere: Type.Boolean(),
  wantedPlaces: Prose(300),
  students: Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
}
const { organizationName, contactName, contactEmail, message, ...rest } = help

/** What a stranger sends. `companyUrl` is a field nobody sees; `token` and `nonce` come from the form. */
export const SentOffer = Closed({
  organizationName,
  contactName,
  contactEmail,
  message,
  ...Type.Partial(Type.Object(rest)).properties,
  locale: Type.Enum(['en', 'es']),
  token: Type.String({ minLength: 1, maxLength: 500 }),
  nonce: Count,
  companyUrl: Type.Optional(Prose(500)),
})
export type SentOffer = Type.Static<typeof SentOffer>

/** What the public page shows, and the challenge that comes with it. */
export const OfferForm = Type.Object({
  district: Type.Object({
    name: Type.String(),
    website: Nullable(Type.String()),
    contactEmail: Nullable(Type.String()),
    contactPhone: Nullable(Type.String()),
    brandHue: Nullable(Type.Integer()),
    hasLogo: Type.Boolean(),
  }),
  categories: Type.Array(
    Type.Object({ id: Id, name: Type.String(), nameEs: Type.String(), groupCode: Type.String() }),
  ),
  token: Type.String(),
  /** Leading zero bits asked for. */
  bits: Type.Integer(),
})
export type OfferForm = Type.Static<typeof OfferForm>

export const OfferItem = Type.Object({
  id: Id,
  ...help,
  contactEmail: Type.String(),
  locale: Type.Enum(['en', 'es']),
  status: Type.Enum(codesOf(offerStatusTerms)),
  signs: Type.Array(Type.Enum([...spamSigns])),
  organization: Nullable(Reference),
  prospectId: Nullable(Id),
  declinedReason: Nullable(Type.Enum(codesOf(offerReasonTerms))),
  note: Type.String(),
  replied: Type.Boolean(),
  decidedByName: Type.String(),
  decidedAt: Nullable(Instant),
  createdAt: Instant,
  version: Version,
})
export type OfferItem = Type.Static<typeof OfferItem>

/** With the organisations it may be from, so that nobody is entered twice. */
export const Offer = Type.Object({ ...OfferItem.properties, duplicates: Duplicates.properties.items })
export type Offer = Type.Static<typeof Offer>

export const OfferFilter = Closed({
  ...pageQuery,
  status: Type.Optional(Type.Array(Type.Enum(codesOf(offerStatusTerms)), { maxItems: 5 })),
})
export type OfferFilter = Type.Static<typeof OfferFilter>

/** Takes an offer into the pipeline: as a known organisation, else as a new one. */
export const OfferAcceptance = Closed({
  organizationId: Type.Optional(Id),
  ownerUserId: Type.Optional(Id),
  schoolIds: Type.Optional(Type.Array(Id, { maxItems: 200 })),
  /** Thanks the person by e-mail, in the language of the form. */
  reply: Type.Boolean(),
})
export type OfferAcceptance = Type.Static<typeof OfferAcceptance>

export const OfferRefusal = Closed({
  reason: Type.Enum(codesOf(offerReasonTerms)),
  note: Type.Optional(Prose(1000)),
  reply: Type.Boolean(),
})
export type OfferRefusal = Type.Static<typeof OfferRefusal>

export const OfferJudgement = Closed({ spam: Type.Boolean() })
