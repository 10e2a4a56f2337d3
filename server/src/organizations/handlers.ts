import type { organizationsContract } from '@common-table/shared/organizations/contract'
import type { NewOrganization, OrganizationChange } from '@common-table/shared/organizations/schemas'
import { notFound } from '@common-table/shared/contract/problem'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { answerChanged, answerOf } from './current.ts'
import { listOrganizations } from './directory-queries.ts'
import { duplicatesOf } from './duplicates.ts'
import { countOrganizations } from './facet-queries.ts'
import { insertOrganization, updateOrganization, type OrganizationColumns } from './organization-queries.ts'
import { historyOf, organizationOf, profileOf } from './profile-queries.ts'
import { storedForms } from './record-forms.ts'

const rowOf = (given: NewOrganization | OrganizationChange): OrganizationColumns => {
  const { email, phone: _phone, website: _website, ein: _ein, ...facts } = given
  return { ...facts, ...(email !== undefined && { email: email ?? '' }), ...storedForms(given) }
}

export const organizationsHandlers: Handlers<typeof organizationsContract> = {
  listOrganizations: async ({ db, query, page }) =>
    listAnswer(await listOrganizations(db, query, page.after), page),
  countOrganizations: async ({ db, query }) => json(await countOrganizations(db, query)),
  findDuplicates: ({ db, body }) => duplicatesOf(db, body),

  getOrganization: async ({ db, actor, params }) =>
    answerOf(
      db,
      'organization',
      (reader, id) => profileOf(reader, actor.schoolIds, id),
      params.organizationId,
    ),
  organizationHistory: async ({ db, params: { organizationId } }) => {
    if (!(await organizationOf(db, organizationId))) notFound('organization')
    return json(await historyOf(db, organizationId))
  },

  addOrganization: async ({ db, body }) =>
    answerOf(
      db,
      'organization',
      organizationOf,
      await insertOrganization(db, { ...rowOf(body), name: body.name }),
    ),
  changeOrganization: async ({ db, params: { organizationId }, body, ifMatch }) =>
    answerChanged(
      db,
      'organization',
      organizationOf,
      organizationId,
      await updateOrganization(db, organizationId, ifMatch, rowOf(body)),
    ),
}
