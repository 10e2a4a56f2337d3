import { boolean, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns.ts'

export const districts = pgTable('districts', {
  id: uuid().primaryKey().notNull(),
  name: text().notNull(),
  shortName: text('short_name'),
  website: text(),
  contactEmail: text('contact_email'),
  contactPhone: text('contact_phone'),
  timeZone: text('time_zone').notNull(),
  languages: text().array().notNull(),
  logoFileId: uuid('logo_file_id'),
  brandHue: smallint('brand_hue'),
  suppressionThreshold: smallint('suppression_threshold').notNull(),
  capacityFreshDays: smallint('capacity_fresh_days').notNull(),
  goingColdDays: smallint('going_cold_days').notNull(),
  overSupplyPercent: smallint('over_supply_percent').notNull(),
  schoolYearStartMonth: smallint('school_year_start_month').notNull(),
  offersOpen: boolean('offers_open').notNull(),
  firstRefusalDays: smallint('first_refusal_days').notNull(),
  volunteerHourCents: integer('volunteer_hour_cents'),
  volunteerHourSource: text('volunteer_hour_source').notNull(),
  isDemo: boolean('is_demo').notNull(),
  demoFilledAt: instant('demo_filled_at'),
  version: integer().notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
