import type { SuggestedPartner, SuggestionQuery } from '@common-table/shared/requests/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { servicesForHelp } from '../placement/index.ts'
import { askedFor } from './new-request.ts'
import type { Scope } from './request-queries.ts'

const reachable = statement<{ organizationId: string; name: string; email: string }>(
  `select distinct on (organization_id) organization_id as "organizationId", name, email from contacts
   where district_id = app_district() and organization_id = any ($1::uuid[]) and email <> ''
   order by organization_id, is_primary desc, name, id`,
)

/** Partners that could help, each with its best service, in the order the matching gives; and whom a mail would reach. */
export const suggestedPartners = async (
  db: Db,
  scope: Scope,
  query: SuggestionQuery,
): Promise<SuggestedPartner[]> => {
  const { schoolId, categoryId, tier, students } = await askedFor(db, scope, query, 1)
  const matched = await servicesForHelp(db, { schoolId, categoryId, tier: tier as 1 | 2 | 3, students }) // checked by its schema
  const best = new Map(matched.toReversed().map((one) => [one.organization.id, one]))
  const found = matched.filter((one) => best.get(one.organization.id) === one)
  const contacts = new Map(
    (await db.many(reachable, [[...best.keys()]])).map(({ organizationId, name, email }) => [
      organizationId,
      { name, email },
    ]),
  )
  return found.map(
    ({ organization: { id, name, serviceId, serviceName }, score, room, metres, misfits, reasons }) => ({
      organization: { id, name },
      service: { id: serviceId, name: serviceName },
      score,
      room,
      metres,
      misfits,
      reasons,
      to: contacts.get(id) ?? null,
    }),
  )
}
