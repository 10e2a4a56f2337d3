import type {
  ContactChange,
  LocationChange,
  NewContact,
} from '@common-table/shared/organizations/place-schemas'
import type { placesContract } from '@common-table/shared/organizations/places-contract'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { Handlers } from '../http/mount.ts'
import type { Db } from '../db/db.ts'
import { answerChanged, answerOf } from './current.ts'
import {
  clearPrimary,
  contactOf,
  deleteContact,
  deleteIdentifier,
  deleteLocation,
  identifierOf,
  insertContact,
  insertIdentifier,
  insertLocation,
  locationOf,
  organizationOfContact,
  updateContact,
  updateLocation,
} from './places-queries.ts'
import { organizationOf } from './profile-queries.ts'
import { emptyForNull, storedForms } from './record-forms.ts'
import type { contacts } from './table.ts'

const mustExist = async (db: Db, organizationId: string): Promise<void> => {
  if (!(await organizationOf(db, organizationId))) notFound('organization')
}

const contactRow = <T extends NewContact | ContactChange>({ phone, ...facts }: T) => ({
  ...(emptyForNull(facts, ...(['title', 'email'] as (keyof typeof facts)[])) as Partial<
    typeof contacts.$inferInsert
  >), // nulls became ''
  ...storedForms({ ...(phone !== undefined && { phone }) }),
})

/** Without a name or an address nobody could find it; a virtual place needs a name. */
const checkPlace = (place: LocationChange): void => {
  if (!place.name?.trim() && !place.address?.trim())
    throw fieldProblem('address', 'Give the place an address, or a name when it has none.', 'required')
  if (((place.latitude ?? null) === null) !== ((place.longitude ?? null) === null))
    throw fieldProblem('longitude', 'Latitude and longitude go together: give both or neither.', 'together')
}

export const placesHandlers: Handlers<typeof placesContract> = {
  addContact: async ({ db, params: { organizationId }, body }) => {
    await mustExist(db, organizationId)
    if (body.isPrimary) await clearPrimary(db, organizationId, organizationId)
    const id = await insertContact(db, { ...contactRow(body), name: body.name, organizationId })
    return answerOf(db, 'contact', contactOf, id)
  },
  changeContact: async ({ db, params: { contactId }, body, ifMatch }) => {
    const owner = body.isPrimary ? await organizationOfContact(db, contactId, ifMatch) : undefined
    if (owner) await clearPrimary(db, owner.organizationId, contactId)
    return answerChanged(
      db,
      'contact',
      contactOf,
      contactId,
      await updateContact(db, contactId, ifMatch, contactRow(body)),
    )
  },
  removeContact: async ({ db, params: { contactId } }) => {
    if ((await deleteContact(db, contactId)).length === 0) notFound('contact')
  },

  addLocation: async ({ db, params: { organizationId }, body }) => {
    await mustExist(db, organizationId)
    checkPlace(body)
    return answerOf(db, 'location', locationOf, await insertLocation(db, { ...body, organizationId }))
  },
  changeLocation: async ({ db, params: { locationId }, body, ifMatch }) => {
    const current = (await locationOf(db, locationId)) ?? notFound('location')
    checkPlace({ ...(JSON.parse(current.json) as LocationChange), ...body })
    return answerChanged(
      db,
      'location',
      locationOf,
      locationId,
      await updateLocation(db, locationId, ifMatch, body),
    )
  },
  removeLocation: async ({ db, params: { locationId } }) => {
    if ((await deleteLocation(db, locationId)).length === 0) notFound('location')
  },

  addIdentifier: async ({ db, params: { organizationId }, body }) => {
    await mustExist(db, organizationId)
    return answerOf(db, 'identifier', identifierOf, await insertIdentifier(db, { ...body, organizationId }))
  },
  removeIdentifier: async ({ db, params: { identifierId } }) => {
    if ((await deleteIdentifier(db, identifierId)).length === 0) notFound('identifier')
  },
}
