import { boolean, doublePrecision, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type {
  GeographicLevel,
  LocationType,
  OrganizationStatus,
  OrganizationType,
} from '@common-table/shared/organizations/vocabulary'
import type { Sector } from '@common-table/shared/vocabulary/sectors'
import { instant } from '../db/columns.ts'

const key = {
  districtId: uuid('district_id').notNull(),
  id: uuid()
    .notNull()
    .default(sql`uuidv7()`),
}
const changed = {
  version: integer().notNull().default(1),
  createdAt: instant('created_at')
    .notNull()
    .default(sql`now()`),
  updatedAt: instant('updated_at')
    .notNull()
    .default(sql`now()`),
}

export const organizations = pgTable(
  'organizations',
  {
    ...key,
    name: text().notNull(),
    alternateName: text('alternate_name').notNull().default(''),
    type: text().$type<OrganizationType>().notNull().default('nonprofit'),
    status: text().$type<OrganizationStatus>().notNull().default('active'),
    geographicLevel: text('geographic_level').$type<GeographicLevel>(),
    description: text().notNull().default(''),
    website: text().notNull().default(''),
    email: text().notNull().default(''),
    phone: text().notNull().default(''),
    phoneExtension: text('phone_extension').notNull().default(''),
    ein: text(),
    legalStatus: text('legal_status').notNull().default(''),
    languages: text().array().notNull().default([]),
    sectors: text().array().$type<Sector[]>().notNull().default([]),
    formerNames: text('former_names').array().notNull().default([]),
    trustedInCommunity: boolean('trusted_in_community').notNull().default(false),
    source: text().notNull().default(''),
    externalKey: text('external_key'),
    serviceCount: integer('service_count').notNull().default(0),
    schoolCount: integer('school_count').notNull().default(0),
    categoryIds: uuid('category_ids').array().notNull().default([]),
    ...changed,
  },
  (table) => [primaryKey({ columns: [table.districtId, table.id] })],
)

export const organizationIdentifiers = pgTable(
  'organization_identifiers',
  {
    ...key,
    organizationId: uuid('organization_id').notNull(),
    scheme: text().notNull(),
    identifier: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.districtId, table.id] })],
)

export const contacts = pgTable(
  'contacts',
  {
    ...key,
    organizationId: uuid('organization_id').notNull(),
    name: text().notNull(),
    title: text().notNull().default(''),
    email: text().notNull().default(''),
    phone: text().notNull().default(''),
    phoneExtension: text('phone_extension').notNull().default(''),
    language: text(),
    isPrimary: boolean('is_primary').notNull().default(false),
    ...changed,
  },
  (table) => [primaryKey({ columns: [table.districtId, table.id] })],
)

export const locations = pgTable(
  'locations',
  {
    ...key,
    organizationId: uuid('organization_id').notNull(),
    name: text().notNull().default(''),
    locationType: text('location_type').$type<LocationType>().notNull().default('physical'),
    address: text().notNull().default(''),
    city: text().notNull().default(''),
    state: text().notNull().default(''),
    postalCode: text('postal_code').notNull().default(''),
    country: text().notNull().default('US'),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    externalKey: text('external_key'),
    ...changed,
  },
  (table) => [primaryKey({ columns: [table.districtId, table.id] })],
)
