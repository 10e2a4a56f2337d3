import { and, eq, sql } from 'drizzle-orm'
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
import { historyOf, organizationOf, profileOf } from './profile-queries.ts'
import { emptyForNull, storedForms } from './record-forms.ts'
import { organizations } from './table.ts'

const rowOf = <T extends NewOrganization | OrganizationChange>(given: T) => {
  const { email, phone: _phone, website: _website, ein: _ein, ...facts } = given
  return {
    ...facts,
    ...emptyForNull({ ...(email !== undefined && { email }) }, 'email'),
    ...storedForms(given),
  }
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

  addOrganization: async ({ db, body }) => {
    const [added] = await db.orm
      .insert(organizations)
      .values({ ...(rowOf(body) as typeof organizations.$inferInsert), districtId: db.districtId }) // nulls became ''
      .returning({ id: organizations.id })
    return answerOf(db, 'organization', organizationOf, added!.id)
  },
  changeOrganization: async ({ db, params: { organizationId }, body, ifMatch }) => {
    const changed = await db.orm
      .update(organizations)
      .set({ ...(rowOf(body) as Partial<typeof organizations.$inferInsert>), updatedAt: sql`now()` as never }) // the trigger's own time; a change of nothing is still a change
      .where(
        and(
          eq(organizations.districtId, db.districtId),
          eq(organizations.id, organizationId),
          eq(organizations.version, ifMatch),
        ),
      )
      .returning({ id: organizations.id })
    return answerChanged(db, 'organization', organizationOf, organizationId, changed)
  },
}
