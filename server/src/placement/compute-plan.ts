import { candidatesOf, nearestPairs, type PlacementProblem } from '@common-table/shared/placement/problem'
import { outcomeOf, type PlacementGround } from '@common-table/shared/placement/compare'
import { firstCome } from '@common-table/shared/placement/in-turn'
import { matchOf } from '@common-table/shared/matching/service-match'
import type { Db } from '../db/db.ts'
import { isLost } from '../db/lost.ts'
import { suppliedSchools } from '../equity/index.ts'
import type { Services } from '../http/services.ts'
import {
  groundNeeds,
  groundServices,
  presenceOf,
  relationOf,
  type GroundNeed,
  type GroundService,
  type Measure,
} from './ground.ts'
import { wholeGround } from './ground-queries.ts'
import { failPlan, finishPlan, takePlan, tellProgress } from './plan-queries.ts'
import { CalledOff, solveApart } from './solve-apart.ts'
import type { SolvedPlan } from './solve-figures.ts'

/** Pairs beyond these are left to the next plan, the far ones first: what the solver proves within a minute. */
const mostPairs = 25_000
/** A plan is good enough once it is proved to be this near to the best there can be. */
const wantedGap = 0.005
const betweenTellings = 400

interface Ground extends PlacementGround {
  problem: PlacementProblem
  needs: GroundNeed[]
  services: GroundService[]
  present: Set<string>
  pairs: number
  asOf: string
}

/** What a plan would be computed from, as it is now. */
export const groundOf = async (db: Db, measure: Measure): Promise<Ground> => {
  const [{ needs: needRows, services: serviceRows, asOf }, { schools }] = await Promise.all([
    wholeGround(db),
    suppliedSchools(db),
  ])
  const every = groundNeeds(needRows, measure)
  const needs = every.filter(({ students }) => students > 0)
  const met = every.filter(({ students }) => students === 0)
  const services = groundServices(serviceRows, measure).filter(({ room }) => room > 0)
  const pairs = candidatesOf(needs, services)
  return {
    problem: { needs, services, candidates: nearestPairs(pairs, mostPairs) },
    needs,
    services,
    pairs: pairs.length,
    asOf,
    schools,
    present: presenceOf(serviceRows),
    wanted: needs.map(({ wanted }) => wanted),
    metElsewhere: {
      students: met.reduce((sum, { wanted }) => sum + wanted, 0),
      weight: met.reduce((sum, { wanted, weight }) => sum + wanted * weight, 0),
    },
    organizations: services.map(({ row }) => row.organizationId),
  }
}

const finished = (ground: Ground, solved: SolvedPlan, began: number) => {
  const { problem, needs, services, present, pairs, asOf } = ground
  const { plan, value, bound, gap, proved } = solved
  const outcome = (placements: typeof plan) => outcomeOf(problem, ground, placements)
  const asked = needs.map(({ row }) => row.createdAt)
  return {
    size: { needs: needs.length, services: services.length, pairs, considered: problem.candidates.length },
    asOf,
    seconds: (performance.now() - began) / 1000,
    value,
    bound,
    gap,
    proved,
    comparison: { today: outcome([]), firstCome: outcome(firstCome(problem, asked)), plan: outcome(plan) },
    rows: plan.map(({ candidate, students }) => {
      const { need: at, service: by } = problem.candidates[candidate]!
      const [need, service] = [needs[at]!, services[by]!]
      const { score, metres, reasons } = matchOf(need, service, relationOf(need, service, present))
      const { id: needId, schoolId, categoryId, equityTier } = need.row
      const { id: serviceId, organizationId } = service.row
      const where = { needId, serviceId, organizationId, schoolId, categoryId, equityTier }
      return { ...where, students, unmet: need.students, weight: need.weight, metres, score, reasons }
    }),
  }
}

const author = { kind: 'system', id: null, name: 'placement', requestId: null } as const

/** Computes a plan that was begun. Called off, it leaves nothing; a lost database begins it anew. */
export const computePlan = async (
  services: Services,
  { districtId, planId, signal }: { districtId: string; planId: string; signal: AbortSignal },
): Promise<void> => {
  const write = <T>(work: (db: Db) => Promise<T>): Promise<T> => services.write(districtId, author, work)
  const settings = await write((db) => takePlan(db, planId))
  if (!settings) return
  const began = performance.now()
  const calledOff = new AbortController()
  let latest: Parameters<typeof tellProgress>[2]
  const telling = setInterval(() => {
    tellProgress(services.read(districtId), planId, latest).then(
      (wanted) => wanted || calledOff.abort(),
      () => undefined, // a lost connection is back by the next telling
    )
  }, betweenTellings)
  try {
    const ground = await groundOf(services.read(districtId), settings)
    if (ground.problem.candidates.length === 0) {
      await write((db) => failPlan(db, planId, 'nothing-to-place'))
      return
    }
    const solved = await solveApart(
      ground.problem,
      { seconds: settings.seconds, gap: wantedGap },
      { tell: (progress) => (latest = progress), signal: AbortSignal.any([signal, calledOff.signal]) },
    )
    const plan = finished(ground, solved, began)
    await write((db) => finishPlan(db, planId, plan))
  } catch (error) {
    if (error instanceof CalledOff && !signal.aborted) return
    if (signal.aborted || isLost(error)) throw error
    await write((db) => failPlan(db, planId, (error as Error).message))
  } finally {
    clearInterval(telling)
    await tellProgress(services.read(districtId), planId, latest).catch(() => false)
  }
}

/** Works on the plans people begin. */
export const workOnPlacements = (services: Services): Promise<void> =>
  services.jobs.work<{ districtId: string; planId: string }>('placement', ({ data, signal }) =>
    computePlan(services, { ...data, signal }),
  )
