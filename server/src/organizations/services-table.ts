import { date, integer, pgTable, primaryKey, real, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type {
  Audience,
  ServiceStatus,
  Setting,
  SiteStatus,
} from '@common-table/shared/organizations/vocabulary'
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

export const services = pgTable(
  'services',
  {
    ...key,
    organizationId: uuid('organization_id').notNull(),
    program: text().notNull().default(''),
    name: text().notNull(),
    description: text().notNull().default(''),
    categoryId: uuid('category_id').notNull(),
    alsoCategoryIds: uuid('also_category_ids').array().notNull().default([]),
    tier: smallint().notNull().default(1),
    setting: text().$type<Setting>().notNull().default('in_school'),
    audience: text().$type<Audience>().notNull().default('students'),
    grades: text().array().notNull().default([]),
    languages: text().array().notNull().default([]),
    capacityUnit: text('capacity_unit').notNull().default('students'),
    status: text().$type<ServiceStatus>().notNull().default('active'),
    website: text().notNull().default(''),
    fees: text().notNull().default(''),
    eligibility: text().notNull().default(''),
    minimumAge: smallint('minimum_age'),
    maximumAge: smallint('maximum_age'),
    reachKm: smallint('reach_km'),
    assuredOn: date('assured_on'),
    source: text().notNull().default(''),
    externalKey: text('external_key'),
    ...changed,
  },
  (table) => [primaryKey({ columns: [table.districtId, table.id] })],
)

export const serviceSites = pgTable(
  'service_sites',
  {
    ...key,
    serviceId: uuid('service_id').notNull(),
    schoolId: uuid('school_id'),
    locationId: uuid('location_id'),
    siteName: text('site_name').notNull().default(''),
    status: text().$type<SiteStatus>().notNull().default('active'),
    capacityMaximum: integer('capacity_maximum'),
    capacityAvailable: integer('capacity_available'),
    studentsServed: integer('students_served'),
    verifiedOn: date('verified_on'),
    scheduleNote: text('schedule_note').notNull().default(''),
    matchConfidence: real('match_confidence'),
    source: text().notNull().default(''),
    externalKey: text('external_key'),
    ...changed,
  },
  (table) => [primaryKey({ columns: [table.districtId, table.id] })],
)
