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
import { grades } from '../imports/normalise-grades.ts'
import { Languages } from '../organizations/place-schemas.ts'
import { Duplicates } from '../organizations/schemas.ts'
import { organizationTypes, settings, weekdays } from '../organizations/vocabulary.ts'
import { contributionTypes } from '../vocabulary/contribution-types.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { spamSigns } from './spam-signs.ts'
import { offerReasonTerms, offerSourceTerms, offerStatusTerms } from './vocabulary.ts'

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
  /** For whom and when, as far as it is known; empty: no limit. */
  grades: Type.Array(Type.Enum([...grades]), { maxItems: grades.length, uniqueItems: true }),
  languages: Languages,
  weekdays: Type.Array(Type.Enum([...weekdays]), { maxItems: 7, uniqueItems: true }),
  setting: Nullable(Type.Enum([...settings])),
}
/** What only the district writes down: the tier, and schools the giver would like to help. */
const placing = {
  tier: Nullable(Type.Enum([1, 2, 3])),
  wantedSchoolIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
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
  ...placing,
  contactEmail: Type.String(),
  source: Type.Enum(codesOf(offerSourceTerms)),
  /** Students placed at schools so far, and schools asked that have not answered. */
  placed: Count,
  asked: Count,
  /** No school is asked any more. */
  closedAt: Nullable(Instant),
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
  /** Accepted, and schools can still be asked. */
  toPlace: Type.Optional(Type.Boolean()),
})
export type OfferFilter = Type.Static<typeof OfferFilter>

/** What a call or a visit brought to light about an offer; only what is given changes. */
export const OfferChange = Type.Partial(Closed({ message, ...rest, ...placing }), {
  additionalProperties: false,
})
export type OfferChange = Type.Static<typeof OfferChange>

/**
 * An offer that somebody else writes down: of a known organization, whose contact stands in where none is named, or of a
 * new one. It is in the pipeline at once.
 */
export const NewOffer = Closed({
  message,
  organizationId: Type.Optional(Id),
  ...Type.Partial(Type.Object({ organizationName, contactName, contactEmail, ...rest, ...placing }))
    .properties,
  locale: Type.Optional(Type.Enum(['en', 'es'])),
})
export type NewOffer = Type.Static<typeof NewOffer>

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
