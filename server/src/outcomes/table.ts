import { boolean, date, doublePrecision, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns.ts'

export const metrics = pgTable('metrics', {
  districtId: uuid('district_id').notNull(),
  id: uuid().notNull(),
  code: text().notNull(),
  name: text().notNull(),
  nameEs: text('name_es').notNull(),
  family: text().notNull(),
  numerator: text().notNull(),
  denominator: text().notNull(),
  unit: text().notNull(),
  direction: text().notNull(),
  level: text().notNull(),
  rba: text().notNull(),
  periodKind: text('period_kind').notNull(),
  decimals: smallint().notNull(),
  source: text().notNull(),
  owner: text().notNull(),
  onDashboard: boolean('on_dashboard').notNull(),
  counted: text().notNull(),
  active: boolean().notNull(),
  version: integer().notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const targets = pgTable('targets', {
  districtId: uuid('district_id').notNull(),
  id: uuid().notNull(),
  metricId: uuid('metric_id').notNull(),
  schoolId: uuid('school_id'),
  groupId: uuid('group_id').notNull(),
  baselineValue: doublePrecision('baseline_value'),
  baselineOn: date('baseline_on'),
  targetValue: doublePrecision('target_value').notNull(),
  dueOn: date('due_on').notNull(),
  version: integer().notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
