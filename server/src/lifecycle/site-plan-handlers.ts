import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { lifecycleContract } from '@common-table/shared/lifecycle/contract'
import type { SitePlanChange } from '@common-table/shared/lifecycle/schemas'
import type { Partnership } from '@common-table/shared/partnerships/schemas'
import type { Db } from '../db/db.ts'
import { recordJustification } from '../duplication/index.ts'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { duplicatesOfChange, findPartnership } from '../partnerships/index.ts'
import { growPartnership } from './growth.ts'
import {
  findSitePlan,
  frameOf,
  insertSitePlan,
  plansAtSchool,
  removeSitePlan,
  sitePlansOf,
  updateSitePlan,
  type PlanFrame,
} from './site-plan-queries.ts'

type PlanRoutes =
  | 'listSitePlans'
  | 'addSitePlan'
  | 'changeSitePlan'
  | 'removeSitePlan'
  | 'growPartnership'
  | 'listSchoolSitePlans'

/** A plan lies within its school year and within the partnership, and its hours and days are in order. */
const checkDays = (plan: SitePlanChange, frame: PlanFrame): void => {
  const { startsOn, endsOn, startsAt, endsAt } = plan
  if (startsOn && endsOn && endsOn < startsOn)
    throw fieldProblem('endsOn', 'The end must not be before the start.', 'order')
  if (startsAt && endsAt && endsAt <= startsAt)
    throw fieldProblem('endsAt', 'The end must be after the start.', 'order')
  for (const [field, day] of [
    ['startsOn', startsOn],
    ['endsOn', endsOn],
  ] as const) {
    if (!day) continue
    if (day < frame.yearStartsOn || day > frame.yearEndsOn)
      throw fieldProblem(field, 'This day lies outside the school year of the plan.', 'inside')
    if (frame.partnershipStartsOn && day < frame.partnershipStartsOn)
      throw fieldProblem(field, 'The partnership begins later than that.', 'order')
    if (frame.partnershipEndsOn && day > frame.partnershipEndsOn)
      throw fieldProblem(field, 'The partnership ends before that.', 'order')
  }
}

const thePlan = async (db: Db, scope: readonly string[] | null, id: string) =>
  (await findSitePlan(db, scope, id)) ?? notFound('site plan')

export const sitePlanHandlers: Pick<Handlers<typeof lifecycleContract>, PlanRoutes> = {
  listSitePlans: async ({ db, actor, params, query }) =>
    (await sitePlansOf(db, actor.schoolIds, params.partnershipId, query.schoolYearId)) ??
    notFound('partnership'),

  addSitePlan: async ({ db, actor, params: { partnershipId }, body }) => {
    const fits = (await frameOf(db, actor.schoolIds, partnershipId, body)) ?? notFound('partnership')
    // A principal plans at the own schools.
    if (!fits.works || (actor.schoolIds && !actor.schoolIds.includes(body.schoolId)))
      throw fieldProblem('schoolId', 'Choose a school where this partnership works.', 'choose')
    if (!fits.frame) throw fieldProblem('schoolYearId', 'There is no such school year.', 'reference')
    checkDays(body, fits.frame)
    const id = await insertSitePlan(db, partnershipId, body)
    if (!id) throw refusal('site-planned')
    return (await thePlan(db, null, id)).plan
  },

  changeSitePlan: async ({ db, actor, params: { sitePlanId }, body, ifMatch }) => {
    const before = await thePlan(db, actor.schoolIds, sitePlanId)
    checkDays({ ...before.plan, ...body }, before.frame)
    if (!(await updateSitePlan(db, sitePlanId, ifMatch, body)))
      return stale(JSON.stringify((await thePlan(db, null, sitePlanId)).plan))
    return (await thePlan(db, null, sitePlanId)).plan
  },

  removeSitePlan: async ({ db, actor, params: { sitePlanId } }) => {
    await thePlan(db, actor.schoolIds, sitePlanId)
    await removeSitePlan(db, sitePlanId)
  },

  growPartnership: async ({ db, params: { partnershipId }, body, ifMatch, now, author }) => {
    const { partnership } = (await findPartnership(db, null, partnershipId)) ?? notFound('partnership')
    const { schoolIds, schoolYearId, likeSchoolId, startsOn, justification } = body
    const fits = await frameOf(db, null, partnershipId, {
      schoolId: likeSchoolId ?? schoolIds[0]!, // there is at least one
      schoolYearId,
    })
    if (!fits?.frame) throw fieldProblem('schoolYearId', 'There is no such school year.', 'reference')
    checkDays({ startsOn: startsOn ?? null }, fits.frame)
    const beside = await duplicatesOfChange(
      db,
      JSON.parse(partnership) as Partnership, // as its own response says
      { schoolIds, ...(justification && { justification }) },
    )
    const grown = await growPartnership(
      db,
      partnershipId,
      ifMatch,
      body,
      now.toISOString().slice(0, 10),
      author,
    )
    if (!grown) return stale((await findPartnership(db, null, partnershipId))?.partnership ?? partnership)
    if (grown.before === 'ended')
      throw refusal('stage-step', {
        detail: 'It has ended. Take it up again before it comes to more schools.',
      })
    if (grown.added === 0)
      throw fieldProblem('schoolIds', 'The partnership works at these schools already.', 'taken')
    if (likeSchoolId && grown.planned === 0)
      throw fieldProblem('likeSchoolId', 'This school has no plan in that year.', 'choose')
    await recordJustification(db, { partnershipId }, beside, justification, author)
    return (await sitePlansOf(db, null, partnershipId, schoolYearId)) ?? notFound('partnership')
  },

  listSchoolSitePlans: async ({ db, actor, params, query }) =>
    json(
      (await plansAtSchool(db, actor.schoolIds, params.schoolId, query.schoolYearId)) ?? notFound('school'),
    ),
}
