import { and, eq, ne, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { Recorded } from './profile-queries.ts'
import { contactJson, identifierJson, locationJson } from './record-json.ts'
import { contacts, locations, organizationIdentifiers } from './table.ts'

const contact = statement<Recorded>(`select c.version, ${contactJson('c')}::text as json
  from contacts c where c.district_id = app_district() and c.id = $1`)
const location = statement<Recorded>(`select l.version, ${locationJson('l')}::text as json
  from locations l where l.district_id = app_district() and l.id = $1`)
const identifier = statement<Recorded>(`select 1 as version, ${identifierJson('i')}::text as json
  from organization_identifiers i where i.district_id = app_district() and i.id = $1`)

export const contactOf = (db: Db, id: string) => db.one(contact, [id])
export const locationOf = (db: Db, id: string) => db.one(location, [id])
export const identifierOf = (db: Db, id: string) => db.one(identifier, [id])

type New<T> = Omit<T, 'districtId'>
const touched = { updatedAt: sql`now()` as never } // the trigger's own time; makes a change of nothing a change too

export const insertContact = async (db: Db, row: New<typeof contacts.$inferInsert>): Promise<string> => {
  const [added] = await db.orm
    .insert(contacts)
    .values({ ...row, districtId: db.districtId })
    .returning({ id: contacts.id })
  return added!.id
}
export const updateContact = (
  db: Db,
  id: string,
  version: number,
  row: Partial<typeof contacts.$inferInsert>,
) =>
  db.orm
    .update(contacts)
    .set({ ...row, ...touched })
    .where(and(eq(contacts.districtId, db.districtId), eq(contacts.id, id), eq(contacts.version, version)))
    .returning({ id: contacts.id })
export const deleteContact = (db: Db, id: string) =>
  db.orm
    .delete(contacts)
    .where(and(eq(contacts.districtId, db.districtId), eq(contacts.id, id)))
    .returning({ id: contacts.id })

/** There is one first contact per organisation: it is taken from whoever has it. */
export const clearPrimary = (db: Db, organizationId: string, except: string) =>
  db.orm
    .update(contacts)
    .set({ isPrimary: false })
    .where(
      and(
        eq(contacts.districtId, db.districtId),
        eq(contacts.organizationId, organizationId),
        eq(contacts.isPrimary, true),
        ne(contacts.id, except),
      ),
    )

const ownerOfContact = statement<{
  organizationId: string
}>(`select organization_id as "organizationId" from contacts
  where district_id = app_district() and id = $1 and version = $2`)
export const organizationOfContact = (db: Db, id: string, version: number) =>
  db.one(ownerOfContact, [id, version])

export const insertLocation = async (db: Db, row: New<typeof locations.$inferInsert>): Promise<string> => {
  const [added] = await db.orm
    .insert(locations)
    .values({ ...row, districtId: db.districtId })
    .returning({ id: locations.id })
  return added!.id
}
export const updateLocation = (
  db: Db,
  id: string,
  version: number,
  row: Partial<typeof locations.$inferInsert>,
) =>
  db.orm
    .update(locations)
    .set({ ...row, ...touched })
    .where(and(eq(locations.districtId, db.districtId), eq(locations.id, id), eq(locations.version, version)))
    .returning({ id: locations.id })
export const deleteLocation = (db: Db, id: string) =>
  db.orm
    .delete(locations)
    .where(and(eq(locations.districtId, db.districtId), eq(locations.id, id)))
    .returning({ id: locations.id })

export const insertIdentifier = async (
  db: Db,
  row: New<typeof organizationIdentifiers.$inferInsert>,
): Promise<string> => {
  const [added] = await db.orm
    .insert(organizationIdentifiers)
    .values({ ...row, districtId: db.districtId })
    .returning({ id: organizationIdentifiers.id })
  return added!.id
}
export const deleteIdentifier = (db: Db, id: string) =>
  db.orm
    .delete(organizationIdentifiers)
    .where(and(eq(organizationIdentifiers.districtId, db.districtId), eq(organizationIdentifiers.id, id)))
    .returning({ id: organizationIdentifiers.id })
