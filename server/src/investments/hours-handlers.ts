import { randomUUIDv7 } from 'node:crypto'
import type { investmentsContract } from '@common-table/shared/investments/contract'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { mailLink, recipientOf } from '../links/index.ts'
import { decideHours, hoursList, hoursOf, insertHours, partnershipFacts } from './hours-queries.ts'
import { ledgerRow } from './queries.ts'
import { yearOf } from './year.ts'

const theHours = async (db: Db, id: string) => (await hoursOf(db, id)) ?? notFound('entry of volunteer hours')
const answerOf = async (db: Db, id: string) => {
  const { hours, version } = await theHours(db, id)
  return json(hours, version)
}

export const checkPeople = ({ hours, people }: { hours: number; people: number }): void => {
  if (hours > people * 24)
    throw fieldProblem(
      'hours',
      'Nobody gives more than 24 hours on one day. Check the hours or the number of people.',
      'range',
    )
}

export const unknownSchool = (): never => {
  throw fieldProblem('schoolId', 'This school is not one of the partnership. Choose another.', 'reference')
}

export const hoursHandlers: Pick<
  Handlers<typeof investmentsContract>,
  'listVolunteerHours' | 'addVolunteerHours' | 'decideVolunteerHours' | 'askForVolunteerHours'
> = {
  listVolunteerHours: async ({ db, actor, params: { partnershipId }, query, page }) => {
    if (!(await ledgerRow(db, actor.schoolIds, partnershipId))) notFound('partnership')
    const { limit = 50, cursor: _, ...filters } = query
    const list = await hoursList(db, {
      filters: { partnershipId, ...filters },
      sort: 'day',
      descending: true,
      after: page.after,
      limit,
    })
    return listAnswer(list, page)
  },

  addVolunteerHours: async ({ db, params: { partnershipId }, body, author }) => {
    if (!(await partnershipFacts(db, partnershipId))) notFound('partnership')
    checkPeople(body)
    const id = randomUUIDv7()
    const year = await yearOf(db, body.workedOn)
    if (!(await insertHours(db, id, partnershipId, year, body, { name: author.name, linkId: null })))
      unknownSchool()
    return answerOf(db, id)
  },

  decideVolunteerHours: async ({ db, params: { volunteerHoursId }, body, ifMatch, author }) => {
    const before = await theHours(db, volunteerHoursId)
    if (before.status === body.decision) throw refusal('hours-decided')
    if (body.decision === 'rejected' && !body.reason?.trim())
      throw fieldProblem('reason', 'Say why, so that the partner can report the hours again.', 'required')
    const reason = body.decision === 'rejected' ? body.reason!.trim() : '' // asked for two lines above
    if (!(await decideHours(db, volunteerHoursId, ifMatch, body.decision, reason, author.name)))
      return stale((await theHours(db, volunteerHoursId)).hours)
    return answerOf(db, volunteerHoursId)
  },

  askForVolunteerHours: async ({ db, services, params: { partnershipId }, body, author }) => {
    const partnership = (await partnershipFacts(db, partnershipId)) ?? notFound('partnership')
    const to = await recipientOf(db, partnership.organizationId, body.contactId)
    if (!to) throw refusal('no-contact-address')
    await mailLink(db, services, {
      purpose: 'hours',
      subject: { table: 'partnerships', id: partnershipId },
      organizationId: partnership.organizationId,
      partnershipId,
      to,
      author,
    })
    return { email: to.email }
  },
}
