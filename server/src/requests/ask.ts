import { fieldProblem } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { isLive, requestStatus, requestWaits } from '@common-table/shared/requests/lifecycle'
import type { NewHelpRequest } from '@common-table/shared/requests/schemas'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { recipientOf } from '../links/index.ts'
import { organizationExists } from '../organizations/index.ts'
import { insertLine, lineOf, linesOf } from './partner-queries.ts'
import { type HeldRequest } from './request-queries.ts'
import { answerDueOn, keepStanding, writeDown } from './write-queries.ts'
import { writePartner } from './tell.ts'

/** Keeps where a request stands after any step of one of its partners. */
export const settle = async (db: Db, requestId: string): Promise<void> => {
  const lines = (await linesOf(db, requestId)).map(({ status, deliveredOn }) => ({
    status,
    delivered: deliveredOn !== null,
  }))
  await keepStanding(db, requestId, requestStatus(lines), requestWaits(lines))
}

/** Asks partners by e-mail, each with a link of its own; all are asked or none. */
export const askPartners = async (
  db: Db,
  services: Services,
  request: HeldRequest,
  partners: NewHelpRequest['partners'],
  author: Author,
): Promise<void> => {
  const dueOn = await answerDueOn(db)
  const live = new Set(
    (await linesOf(db, request.id)).filter(({ status }) => isLive(status)).map((one) => one.organizationId),
  )
  for (const [at, { organizationId, contactId, serviceId }] of partners.entries()) {
    const field = `partners.${at}.organizationId`
    if (live.has(organizationId)) throw refusal('partner-asked-already')
    live.add(organizationId)
    const to = await recipientOf(db, organizationId, contactId)
    if (!to) {
      if (!(await organizationExists(db, organizationId)))
        throw fieldProblem(field, 'There is no such organization.', 'reference')
      throw fieldProblem(
        field,
        'No contact of this organization has an e-mail address. Add one first.',
        'reference',
      )
    }
    const id = await insertLine(db, request.id, {
      organizationId,
      serviceId: serviceId ?? null,
      contactId: to.contactId,
      name: to.name,
      email: to.email,
      dueOn,
    })
    if (!id) throw refusal('partner-asked-already')
    const line = (await lineOf(db, id))! // it was just written
    await writeDown(db, request.id, { kind: 'asked', by: author.name, organizationId, day: dueOn })
    await writePartner(db, services, request, line, 'helpAsked', author)
  }
  await settle(db, request.id)
}
