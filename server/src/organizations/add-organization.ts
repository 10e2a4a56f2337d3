import type { NewOrganization, OrganizationChange } from '@common-table/shared/organizations/schemas'
import type { Db } from '../db/db.ts'
import { insertOrganization, type OrganizationColumns } from './organization-queries.ts'
import { storedForms } from './record-forms.ts'

/** Columns of what people write, in the forms it is kept in. */
export const rowOf = (given: NewOrganization | OrganizationChange): OrganizationColumns => {
  const { email, phone: _phone, website: _website, ein: _ein, ...facts } = given
  return { ...facts, ...(email !== undefined && { email: email ?? '' }), ...storedForms(given) }
}

/** Adds an organisation and answers its id. */
export const addOrganization = (db: Db, given: NewOrganization): Promise<string> =>
  insertOrganization(db, { ...rowOf(given), name: given.name })
