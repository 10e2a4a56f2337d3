import { defineContract } from '../contract/route.ts'
import {
  Contact,
  ContactChange,
  Identifier,
  Location,
  LocationChange,
  NewContact,
  NewIdentifier,
  NewLocation,
} from './place-schemas.ts'

const access = 'organizations:write'

/** The people, places and register numbers of an organisation. They are read with its profile. */
export const placesContract = defineContract({
  addContact: {
    method: 'POST',
    path: '/organizations/:organizationId/contacts',
    access,
    summary: 'Add a person at an organisation',
    body: NewContact,
    response: Contact,
  },
  changeContact: {
    method: 'PATCH',
    path: '/contacts/:contactId',
    access,
    summary: 'Change a person at an organisation',
    body: ContactChange,
    response: Contact,
    ifMatch: true,
  },
  removeContact: {
    method: 'DELETE',
    path: '/contacts/:contactId',
    access,
    summary: 'Remove a person who leads no partnership',
  },
  addLocation: {
    method: 'POST',
    path: '/organizations/:organizationId/locations',
    access,
    summary: 'Add a place of an organisation that is not a school',
    body: NewLocation,
    response: Location,
  },
  changeLocation: {
    method: 'PATCH',
    path: '/locations/:locationId',
    access,
    summary: 'Change a place of an organisation',
    body: LocationChange,
    response: Location,
    ifMatch: true,
  },
  removeLocation: {
    method: 'DELETE',
    path: '/locations/:locationId',
    access,
    summary: 'Remove a place where no service is',
  },
  addIdentifier: {
    method: 'POST',
    path: '/organizations/:organizationId/identifiers',
    access,
    summary: 'Add a number an organisation is registered under',
    body: NewIdentifier,
    response: Identifier,
  },
  removeIdentifier: {
    method: 'DELETE',
    path: '/organization-identifiers/:identifierId',
    access,
    summary: 'Remove a number an organisation is registered under',
  },
})
