import { boolean, doublePrecision, integer, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { NeedStatus } from '@common-table/shared/needs/lifecycle'
import type { Severity } from '@common-table/shared/needs/severity'
import { instant } from '../db/columns.ts'

export const needs = pgTable('needs', {
  districtId: uuid('district_id').notNull(),
  id: uuid().notNull(),
  schoolId: uuid('school_id').notNull(),
  categoryId: uuid('category_id').notNull(),
  schoolYearId: uuid('school_year_id').notNull(),
  tier: smallint().notNull(),
  severity: smallint().notNull(),
  studentsAffected: integer('students_affected'),
  grades: text().array().notNull(),
  population: text(),
  title: text(),
  details: text().notNull(),
  source: text().notNull(),
  evidence: jsonb().notNull(),
  ruleId: uuid('rule_id'),
  cannotMeetAlone: boolean('cannot_meet_alone').notNull(),
  status: text().$type<NeedStatus>().notNull(),
  closedReason: text('closed_reason'),
  closedAt: instant('closed_at'),
  createdBy: uuid('created_by'),
  createdByName: text('created_by_name').notNull(),
  urgency: text(),
  replyId: uuid('reply_id'),
  version: integer().notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const needRules = pgTable('need_rules', {
  districtId: uuid('district_id').notNull(),
  id: uuid().notNull(),
  code: text().notNull(),
  metricId: uuid('metric_id').notNull(),
  categoryId: uuid('category_id').notNull(),
  comparison: text().notNull(),
  threshold: doublePrecision().notNull(),
  trend: text(),
  tier: smallint().notNull(),
  severitySteps: jsonb('severity_steps').$type<{ from: number; severity: Severity }[]>().notNull(),
  students: text().notNull(),
  active: boolean().notNull(),
  version: integer().notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
