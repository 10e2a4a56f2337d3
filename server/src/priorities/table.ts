import { boolean, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../db/columns.ts'

export const priorities = pgTable('priorities', {
  districtId: uuid('district_id').notNull(),
  id: uuid().notNull(),
  title: text().notNull(),
  description: text().notNull(),
  position: smallint().notNull(),
  active: boolean().notNull(),
  ownerId: uuid('owner_id'),
  version: integer().notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
