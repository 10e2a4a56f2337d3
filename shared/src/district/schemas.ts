import * as Type from 'typebox'
import { Closed, Email, Id, Line, Nullable, Prose, Version, WebAddress } from '../contract/fields.ts'

const settings = {
  name: Line(120),
  shortName: Nullable(Prose(40)),
  website: Nullable(WebAddress),
  contactEmail: Nullable(Email),
  contactPhone: Nullable(Prose(40)),
  timeZone: Line(60),
  /** Languages families speak, as ISO 639-1 codes; the first is the main one. */
  languages: Type.Array(Type.String({ pattern: '^[a-z]{2,3}(-[A-Z]{2})?$' }), { minItems: 1, maxItems: 20 }),
  brandHue: Nullable(Type.Integer({ minimum: 0, maximum: 359 })),
  /** Groups smaller than this are never shown (domain 3.9; the law fixes no number, so the floor is 5). */
  suppressionThreshold: Type.Integer({ minimum: 5, maximum: 30 }),
  /** Capacity older than this many days counts as paper supply. */
  capacityFreshDays: Type.Integer({ minimum: 1, maximum: 730 }),
  /** No contact for this many days: a partnership is going cold. */
  goingColdDays: Type.Integer({ minimum: 1, maximum: 730 }),
  /** Supply above this share of demand is over-supply. */
  overSupplyPercent: Type.Integer({ minimum: 100, maximum: 500 }),
  /** Whether strangers may offer help through the public form. */
  offersOpen: Type.Boolean(),
  /** Days a school has to answer before an offer of help passes on to the next. */
  firstRefusalDays: Type.Integer({ minimum: 1, maximum: 30 }),
  /** Working days a partner has for the first answer to a school that asks for help (domain 6.3). */
  helpAnswerDays: Type.Integer({ minimum: 1, maximum: 30 }),
  /** What an hour of a volunteer is worth, in cents (domain E2); null counts hours without a value. */
  volunteerHourCents: Nullable(Type.Integer({ minimum: 1, maximum: 100_000 })),
  /** Who says so, with the year: a rate without a source is refused. */
  volunteerHourSource: Prose(200),
  /** Whether anybody may read the public pages, and the word in their address. */
  publicSite: Type.Boolean(),
  publicSlug: Nullable(Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 2, maxLength: 40 })),
  /** Whether the public pages show screened figures. */
  publicResults: Type.Boolean(),
  /** Whether each coordinator's month is made and sent by itself, on the first school day after the month's end. */
  monthlyReports: Type.Boolean(),
  schoolYearStartMonth: Type.Integer({ minimum: 1, maximum: 12 }),
}

export const District = Type.Object({
  id: Id,
  ...settings,
  logoFileId: Nullable(Id),
  isDemo: Type.Boolean(),
  version: Version,
})
export type District = Type.Static<typeof District>

export const DistrictChange = Type.Partial(Closed(settings), { additionalProperties: false })
export type DistrictChange = Type.Static<typeof DistrictChange>
