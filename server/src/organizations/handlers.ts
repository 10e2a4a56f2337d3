import type { organizationsContract } from '@common-table/shared/organizations/contract'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { addOrganization, rowOf } from './add-organization.ts'
import { answerChanged, answerOf } from './current.ts'
import { listOrganizations } from './directory-queries.ts'
import { duplicatesOf } from './duplicates.ts'
import { countOrganizations } from './facet-queries.ts'
import { updateOrganization } from './organization-queries.ts'
import { organizationOf, profileOf } from './profile-queries.ts'

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

  addOrganization: async ({ db, body }) =>
    answerOf(db, 'organization', organizationOf, await addOrganization(db, body)),
  changeOrganization: async ({ db, params: { organizationId }, body, ifMatch }) =>
    answerChanged(
      db,
      'organization',
      organizationOf,
      organizationId,
      await updateOrganization(db, organizationId, ifMatch, rowOf(body)),
    ),
}
