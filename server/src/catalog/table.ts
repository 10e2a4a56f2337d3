import { boolean, integer, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns.ts'

export const categories = pgTable('categories', {
  districtId: uuid('district_id').notNull(),
  id: uuid().notNull(),
  code: text().notNull(),
  groupCode: text('group_code').notNull(),
  name: text().notNull(),
  nameEs: text('name_es').notNull(),
  synonyms: text().array().notNull(),
  tiers: smallint().array().notNull(),
  unit: text().notNull(),
  openEligibility: jsonb('open_eligibility').notNull(),
  airsLetters: text('airs_letters').array().notNull(),
  position: smallint().notNull(),
  active: boolean().notNull(),
  version: integer().notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
