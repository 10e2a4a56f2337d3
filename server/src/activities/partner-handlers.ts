import { randomUUIDv7 } from 'node:crypto'
import { audiencesOf } from '@common-table/shared/activities/four-cs'
import type { partnerActivitiesContract } from '@common-table/shared/activities/partner-contract'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { notify } from '../notifications/index.ts'
import {
  activitiesForPartner,
  fitsPartnership,
  heldActivity,
  partnershipOf,
  removeReported,
  tellActivity,
  type PartnershipFacts,
} from './partner-queries.ts'
import { insertActivities, rowOf } from './queries.ts'

const pageOf = async (db: Db, id: string) => (await activitiesForPartner(db, id)) ?? notFound('partnership')
const answerOf = async (db: Db, id: string) => json(await pageOf(db, id))
const thePartnership = async (db: Db, id: string) => (await partnershipOf(db, id)) ?? notFound('partnership')

const notYet = (day: string, today: string): void => {
  if (day > today)
    throw fieldProblem('happensOn', 'This day is still to come. Say what came of it afterwards.', 'future')
}

const tellLead = (db: Db, { leadUserId, name }: PartnershipFacts, id: string, who: string) =>
  notify(
    db,
    leadUserId ? { userIds: [leadUserId] } : { roles: ['director'] },
    'activities.reported',
    { name: who, partnership: name },
    `/partnerships/${id}?part=activities`,
  )

export const partnerActivitiesHandlers: Handlers<typeof partnerActivitiesContract> = {
  readActivitiesByLink: ({ db, actor }) => answerOf(db, actor.link.subjectId),

  reportActivityByLink: async ({ db, actor: { link }, body }) => {
    const partnership = await thePartnership(db, link.subjectId)
    const { delivered = 1, serviceId = null, schoolId = null, ...said } = body
    notYet(body.happensOn, partnership.today)
    if (delivered === 0) throw fieldProblem('delivered', 'Report what took place.', 'range')
    const kind = serviceId === null ? 'engagement' : 'session'
    if (kind === 'engagement' && delivered > 1)
      throw fieldProblem('delivered', 'An activity takes place once. Report each on its own.', 'range')
    const fits = await fitsPartnership(db, link.subjectId, schoolId, serviceId)
    if (!fits?.school)
      throw fieldProblem(
        'schoolId',
        'This school is not one of the partnership. Choose another.',
        'reference',
      )
    if (!fits.service)
      throw fieldProblem(
        'serviceId',
        'This service is not one of the partnership. Choose another.',
        'reference',
      )
    const activity = { ...said, kind, schoolId, serviceId, partnershipId: link.subjectId, delivered } as const
    // Nobody planned it here: a session counts as beyond the plan.
    const planned = kind === 'session' ? 0 : 1
    const by = { saidBy: 'partner', saidByName: link.name, byLink: true } as const
    await insertActivities(db, [rowOf(randomUUIDv7(), { ...activity, planned }, by)])
    await tellLead(db, partnership, link.subjectId, link.name)
    return answerOf(db, link.subjectId)
  },

  tellActivityByLink: async ({ db, actor: { link }, params: { activityId }, body, ifMatch }) => {
    const { today } = await thePartnership(db, link.subjectId)
    const held = (await heldActivity(db, link.subjectId, activityId)) ?? notFound('activity')
    if (!held.own) throw refusal('activity-of-district')
    if (held.version !== ifMatch) stale(await pageOf(db, link.subjectId))
    notYet(held.happensOn, today)
    if (held.kind === 'engagement' && body.delivered > 1)
      throw fieldProblem('delivered', 'An activity takes place once. Report each on its own.', 'range')
    if (held.planned === 0 && body.delivered === 0)
      throw fieldProblem('delivered', 'If it did not take place, take it back.', 'range')
    const { students = null, families = null, staff = null, community = null } = body
    const people = { students, families, staff, community }
    await tellActivity(db, [
      link.subjectId,
      activityId,
      ifMatch,
      body.delivered,
      students,
      families,
      staff,
      community,
      body.note ?? null,
      link.name,
      audiencesOf([], people),
    ])
    return answerOf(db, link.subjectId)
  },

  removeActivityByLink: async ({ db, actor: { link }, params: { activityId } }) => {
    if (!(await removeReported(db, link.subjectId, activityId))) throw refusal('activity-of-district')
    return answerOf(db, link.subjectId)
  },
}
