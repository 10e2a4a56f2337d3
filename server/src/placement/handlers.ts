import { notFound } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import type { placementContract } from '@common-table/shared/placement/contract'
import { obstaclesOf } from '@common-table/shared/placement/problem'
import {
  underWay,
  usualSettings,
  type PlacementPlan,
  type PlanProgress,
  type PlanSettings,
} from '@common-table/shared/placement/schemas'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { follow } from '../http/follow.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Context, Handlers } from '../http/mount.ts'
import { groundOf } from './compute-plan.ts'
import { acceptRow, reopenRow, skipRow } from './decide.ts'
import { exportPlan } from './export-plan.ts'
import { needsForService, servicesForNeed } from './match.ts'
import { beginPlan, cancelPlan, planOf, plansOf } from './plan-queries.ts'
import { placementOf, placementsOf } from './row-queries.ts'
import { gapBetween, type SolveProgress } from './solve-figures.ts'

const thePlan = async (db: Db, id: string) => (await planOf(db, id)) ?? notFound('placement plan')
const answerPlan = async (db: Db, id: string) => {
  const { plan, version } = await thePlan(db, id)
  return json(plan, version)
}
const answerRow = async (db: Db, id: string) => {
  const { row, version } = (await placementOf(db, id)) ?? notFound('placement')
  return json(row, version)
}
const deciderOf = ({ author }: Pick<Context, 'author'>) => ({
  id: author.kind === 'user' ? author.id : null,
  name: author.name,
})

/** A plan of nothing is refused before it begins, with what stands in the way. */
const checkGround = async (db: Db, settings: PlanSettings): Promise<void> => {
  const { needs, services, pairs } = await groundOf(db, settings)
  if (pairs > 0) return
  if (needs.length === 0)
    throw refusal('nothing-to-place', {
      detail: 'There is nothing to place: no open need of this school year has students whom nobody serves.',
    })
  if (services.length === 0)
    throw refusal('nothing-to-place', {
      detail:
        'There is nothing to place: no service has said that it has free places. Ask partners, or plan with an assumed number.',
    })
  const [[most] = []] = [Object.entries(obstaclesOf(needs, services)).sort((a, b) => b[1] - a[1])]
  throw refusal('nothing-to-place', {
    detail: `None of ${services.length} services with free places fits any of ${needs.length} needs; most often because of ${most?.[0] ?? 'category'}.`,
  })
}

export const placementHandlers: Handlers<typeof placementContract> = {
  matchServices: ({ db, actor, params }) => servicesForNeed(db, actor.schoolIds, params.needId),
  matchNeeds: ({ db, actor, params }) => needsForService(db, actor.schoolIds, params.serviceId),

  listPlacementPlans: async ({ db }) => json(`{"items":${await plansOf(db)}}`),

  startPlacementPlan: async (request) => {
    const { db, actor, services, body } = request
    const settings = { ...usualSettings, ...body }
    const planId = await beginPlan(db, settings, deciderOf(request))
    if (planId === undefined) throw refusal('plan-under-way')
    await checkGround(db, settings)
    await services.jobs.send(db, 'placement', { districtId: actor.districtId, planId })
    return answerPlan(db, planId)
  },

  getPlacementPlan: ({ db, params }) => answerPlan(db, params.planId),

  cancelPlacementPlan: async ({ db, params: { planId } }) => {
    await thePlan(db, planId)
    if (!(await cancelPlan(db, planId))) throw refusal('plan-ended')
    return answerPlan(db, planId)
  },

  followPlacementPlan: ({ db, params: { planId }, services, signal }) =>
    follow<{ id: string } & Partial<SolveProgress>, PlanProgress>(
      { listener: services.listener, channel: 'placements', id: planId, signal },
      async (heard) => {
        const { status, plan } = await thePlan(db, planId)
        const { seconds, value, bound, gap } = JSON.parse(plan) as PlacementPlan
        const ended = !underWay.includes(status)
        const latest = heard.findLast((one) => one.bound !== undefined)
        if (ended || latest?.value === undefined || latest.bound === undefined)
          return { status, seconds: seconds ?? 0, value, bound, gap, ended }
        return {
          status,
          seconds: latest.seconds ?? 0,
          value: latest.value,
          bound: latest.bound,
          gap: gapBetween(latest.value, latest.bound),
          ended,
        }
      },
    ),

  listPlanRows: async ({ db, params, query, page }) => {
    await thePlan(db, params.planId)
    return listAnswer(await placementsOf(db, params.planId, query, page.after), page)
  },

  exportPlanCsv: async ({ db, params: { planId } }) => {
    await thePlan(db, planId)
    return exportPlan(db, planId)
  },

  acceptPlanRow: async (request) => {
    const { db, params, body, ifMatch } = request
    const by = deciderOf(request)
    await acceptRow(db, params.placementId, { version: ifMatch, students: body.students, by })
    return answerRow(db, params.placementId)
  },

  skipPlanRow: async (request) => {
    const { db, params, body, ifMatch } = request
    const by = deciderOf(request)
    await skipRow(db, params.placementId, { version: ifMatch, reason: body.reason, by })
    return answerRow(db, params.placementId)
  },

  reopenPlanRow: async ({ db, params, ifMatch }) => {
    await reopenRow(db, params.placementId, ifMatch)
    return answerRow(db, params.placementId)
  },
}
