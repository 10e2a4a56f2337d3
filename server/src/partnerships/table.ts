import { date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Formality, Intensity, Scope, Stage } from '@common-table/shared/partnerships/schemas'
import { instant } from '../db/columns.ts'

export const partnerships = pgTable('partnerships', {
  districtId: uuid('district_id').notNull(),
  id: uuid().notNull(),
  organizationId: uuid('organization_id').notNull(),
  name: text().notNull(),
  stage: text().$type<Stage>().notNull(),
  stageSince: date('stage_since').notNull(),
  scope: text().$type<Scope>().notNull(),
  formality: text().$type<Formality>().notNull(),
  intensity: text().$type<Intensity>().notNull(),
  startsOn: date('starts_on'),
  endsOn: date('ends_on'),
  summary: text().notNull(),
  mutualBenefit: text('mutual_benefit').notNull(),
  leadUserId: uuid('lead_user_id'),
  partnerLeadId: uuid('partner_lead_id'),
  backupUserId: uuid('backup_user_id'),
  partnerBackupId: uuid('partner_backup_id'),
  studentsReached: integer('students_reached'),
  lastContactOn: date('last_contact_on'),
  resumesOn: date('resumes_on'),
  schoolCount: integer('school_count').notNull(),
  categoryCodes: text('category_codes').array().notNull(),
  priorityCount: integer('priority_count').notNull(),
  source: text().notNull(),
  externalKey: text('external_key'),
  version: integer().notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
