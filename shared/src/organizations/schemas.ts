import * as Type from 'typebox'
import {
  Closed,
  Count,
  Day,
  Email,
  Id,
  Instant,
  Line,
  Nullable,
  Prose,
  Reference,
  Version,
} from '../contract/fields.ts'
import type { OrganizationReason } from '../matching/organization-match.ts'
import { sectors } from '../vocabulary/sectors.ts'
import { codesOf } from '../vocabulary/terms.ts'
import { Contact, Identifier, Languages, Location, phoneIn } from './place-schemas.ts'
import { Service } from './service-schemas.ts'
import { geographicLevels, organizationStatuses, organizationTypes } from './vocabulary.ts'

const facts = {
  name: Line(200),
  alternateName: Prose(200),
  type: Type.Enum([...organizationTypes]),
  status: Type.Enum([...organizationStatuses]),
  geographicLevel: Nullable(Type.Enum([...geographicLevels])),
  description: Prose(4000),
  email: Nullable(Email),
  legalStatus: Prose(120),
  languages: Languages,
  /** Which part of the community it speaks for; empty: as its type and the help it gives suggest (D3). */
  sectors: Type.Array(Type.Enum(codesOf(sectors)), { maxItems: 6 }),
  /** Has relationships with the families of its neighbourhood (B15). */
  trustedInCommunity: Type.Boolean(),
}
/** As people write them; kept in one form. */
const written = {
  website: Nullable(Prose(500)),
  ...phoneIn,
  /** US employer number, `12-3456789`; the hyphen may be missing. */
  ein: Nullable(Type.String({ pattern: '^\\d{2}-?\\d{7}$' })),
}

export const Organization = Type.Object({
  id: Id,
  ...facts,
  website: Nullable(Type.String()),
  /** E.164. */
  phone: Nullable(Type.String()),
  phoneExtension: Nullable(Type.String()),
  ein: Nullable(Type.String()),
  /** What it was called before, or as a record that became part of this one. */
  formerNames: Type.Array(Type.String()),
  /** Where the record came from: a person (empty) or the name of an import's source. */
  source: Type.String(),
  serviceCount: Count,
  schoolCount: Count,
  updatedAt: Instant,
  version: Version,
})
export type Organization = Type.Static<typeof Organization>

const { name, ...rest } = facts
export const NewOrganization = Closed({ name, ...Type.Partial(Closed({ ...rest, ...written })).properties })
export type NewOrganization = Type.Static<typeof NewOrganization>
export const OrganizationChange = Type.Partial(Closed({ ...facts, ...written }), {
  additionalProperties: false,
})
export type OrganizationChange = Type.Static<typeof OrganizationChange>

const OrganizationPartnership = Type.Object({
  id: Id,
  name: Type.String(),
  stage: Type.String(),
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  schoolCount: Count,
})

/** Everything on an organisation's page, in one answer. */
export const OrganizationProfile = Type.Object({
  ...Organization.properties,
  contacts: Type.Array(Contact),
  locations: Type.Array(Location),
  identifiers: Type.Array(Identifier),
  services: Type.Array(Service),
  partnerships: Type.Array(OrganizationPartnership),
})
export type OrganizationProfile = Type.Static<typeof OrganizationProfile>

export const DuplicateQuestion = Closed({
  name: Line(200),
  ein: Type.Optional(Prose(20)),
  website: Type.Optional(Prose(500)),
  phone: Type.Optional(Prose(60)),
  /** The organisation that asks about itself. */
  exceptId: Type.Optional(Id),
})
export type DuplicateQuestion = Type.Static<typeof DuplicateQuestion>

/** Why two records look like one; shared/src/matching/organization-match.ts decides. */
export const matchReasons = [
  'same_ein',
  'different_ein',
  'same_name',
  'similar_name',
  'name_within_name',
  'different_number',
  'same_web_domain',
  'same_phone',
] as const satisfies readonly OrganizationReason[]

export const Duplicates = Type.Object({
  items: Type.Array(
    Type.Object({
      ...Reference.properties,
      type: facts.type,
      status: facts.status,
      website: Nullable(Type.String()),
      verdict: Type.Enum(['same', 'likely']),
      /** 0 to 1. */
      confidence: Type.Number(),
      reasons: Type.Array(Type.Enum([...matchReasons])),
    }),
  ),
})
export type Duplicates = Type.Static<typeof Duplicates>
