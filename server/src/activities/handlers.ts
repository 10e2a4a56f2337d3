import { randomUUIDv7 } from 'node:crypto'
import type { activitiesContract } from '@common-table/shared/activities/contract'
import type { Activity, ActivityFilter, NewActivity } from '@common-table/shared/activities/schemas'
import { holds } from '@common-table/shared/contract/permission'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import type { Actor } from '../http/actor.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { mailLink, recipientOf } from '../links/index.ts'
import { exportActivities } from './export.ts'
import { fidelityTable } from './fidelity.ts'
import { activityList, activitySum, type Scope } from './list-queries.ts'
import { partnershipOf } from './partner-queries.ts'
import {
  activityOf,
  deleteActivity,
  insertActivities,
  readActivity,
  rowOf,
  serviceChoices,
  updateActivity,
} from './queries.ts'
import { checkActivity, checkOwn } from './rules.ts'
import { keepSheet } from './sheet.ts'

const logs = ({ permissions }: Actor): boolean => holds(permissions, 'activities:write')
const theActivity = async (db: Db, scope: Scope, id: string): Promise<Activity> =>
  (await readActivity(db, scope, id)) ?? notFound('activity')
const answerOf = async (db: Db, { schoolIds }: Actor, logged: boolean, id: string) => {
  const { activity, version } = (await activityOf(db, schoolIds, logged, id)) ?? notFound('activity')
  return json(activity, version)
}
const within = (filters: ActivityFilter, scope: Scope) => ({ ...filters, ...(scope !== null && { scope }) })

/** What a stored activity says, as it would be written down anew. */
const asWritten = ({
  evidence,
  people,
  school,
  service,
  partnership,
  strategy,
  ...activity
}: Activity): NewActivity => {
  const {
    kind,
    title,
    happensOn,
    planned,
    delivered,
    minutes,
    audiences,
    epstein,
    languages,
    setting,
    note,
  } = activity
  return {
    kind,
    title,
    happensOn,
    planned,
    delivered,
    minutes,
    audiences,
    epstein,
    languages,
    setting,
    note,
    ...evidence,
    ...people,
    schoolId: school?.id ?? null,
    serviceId: service?.id ?? null,
    partnershipId: partnership?.id ?? null,
    strategyId: strategy?.id ?? null,
  }
}

export const activitiesHandlers: Handlers<typeof activitiesContract> = {
  listActivities: async ({ db, actor, query, page }) => {
    const { sort = '-day', limit = 50, cursor: _, ...filters } = query
    const word = sort.replace('-', '') as 'day' | 'title' | 'reached' // of the closed list of sorts
    if (word === 'reached' && !logs(actor))
      throw fieldProblem('sort', 'Only people who log activities see how many came.', 'beyond-role')
    const list = await activityList(db, logs(actor), {
      filters: within(filters, actor.schoolIds),
      sort: word,
      descending: sort.startsWith('-'),
      after: page.after,
      limit,
    })
    return listAnswer(list, page)
  },

  sumActivities: async ({ db, actor, query }) =>
    json(await activitySum(db, logs(actor), within(query, actor.schoolIds))),

  exportActivities: ({ db, actor, query }) => exportActivities(db, within(query, actor.schoolIds)),

  getFidelity: ({ db, actor, query }) => fidelityTable(db, actor.schoolIds, query),

  chooseService: async ({ db, query: { q = '', schoolId } }) =>
    json(`{"items":${await serviceChoices(db, q, schoolId ?? null)}}`),

  logActivity: async ({ db, actor, body, author }) => {
    await checkActivity(db, actor.schoolIds, body)
    const id = randomUUIDv7()
    await insertActivities(db, [
      rowOf(id, body, { saidBy: 'district', saidByName: author.name, byLink: false }),
    ])
    return answerOf(db, actor, true, id)
  },

  logActivitySheet: ({ db, actor, body, author }) => keepSheet(db, actor.schoolIds, body.rows, author.name),

  getActivity: ({ db, actor, params }) => answerOf(db, actor, logs(actor), params.activityId),

  changeActivity: async ({ db, actor, params: { activityId }, body, ifMatch, author }) => {
    const before = await theActivity(db, actor.schoolIds, activityId)
    checkOwn(actor.schoolIds, before.school?.id)
    const after: NewActivity = { ...asWritten(before), ...body }
    // Another service may be of another partnership.
    if (body.serviceId !== undefined && body.partnershipId === undefined) after.partnershipId = null
    await checkActivity(db, actor.schoolIds, after)
    const by = { saidBy: 'district', saidByName: author.name, byLink: false } as const
    if (!(await updateActivity(db, rowOf(activityId, after, by), ifMatch)))
      stale(JSON.stringify(await theActivity(db, actor.schoolIds, activityId)))
    return answerOf(db, actor, true, activityId)
  },

  removeActivity: async ({ db, actor, params: { activityId }, ifMatch }) => {
    const before = await theActivity(db, actor.schoolIds, activityId)
    checkOwn(actor.schoolIds, before.school?.id)
    if (!(await deleteActivity(db, activityId, ifMatch))) stale(JSON.stringify(before))
  },

  askForActivities: async ({ db, services, params: { partnershipId }, body, author }) => {
    const { organizationId } = (await partnershipOf(db, partnershipId)) ?? notFound('partnership')
    const to = await recipientOf(db, organizationId, body.contactId)
    if (!to) throw refusal('no-contact-address')
    const subject = { table: 'partnerships', id: partnershipId }
    await mailLink(db, services, {
      purpose: 'activities',
      subject,
      organizationId,
      partnershipId,
      to,
      author,
    })
    return { email: to.email }
  },
}
