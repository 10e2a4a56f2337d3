import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { organizations } from './table.ts'

export type OrganizationColumns = Partial<typeof organizations.$inferInsert>

export const insertOrganization = async (
  db: Db,
  row: OrganizationColumns & { name: string },
): Promise<string> => {
  const [added] = await db.orm
    .insert(organizations)
    .values({ ...row, districtId: db.districtId })
    .returning({ id: organizations.id })
  return added!.id
}

export const updateOrganization = (db: Db, id: string, version: number, row: OrganizationColumns) =>
  db.orm
    .update(organizations)
    .set({ ...row, updatedAt: sql`now()` as never }) // the trigger's own time; makes a change of nothing a change too
    .where(
      and(
        eq(organizations.districtId, db.districtId),
        eq(organizations.id, id),
        eq(organizations.version, version),
      ),
    )
    .returning({ id: organizations.id })
