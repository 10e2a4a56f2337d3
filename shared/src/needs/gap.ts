import type { Term } from '../vocabulary/terms.ts'
import type { Demand } from './demand.ts'
import type { Supply } from './supply.ts'

/** How demand and supply of one kind of help stand to each other at one school and tier (domain 5.2). */
export const gapStatuses = [
  { code: 'no_need', en: 'No need recorded', es: 'Sin necesidad registrada' },
  { code: 'met', en: 'Met', es: 'Cubierta' },
  { code: 'over_supplied', en: 'Over-supplied', es: 'Con exceso de oferta' },
  { code: 'partly_met', en: 'Partly met', es: 'Cubierta en parte' },
  { code: 'unverified', en: 'Unverified', es: 'Sin verificar' },
  { code: 'unmet', en: 'Unmet', es: 'Sin cubrir' },
] as const satisfies readonly Term[]
export type GapStatus = (typeof gapStatuses)[number]['code']

/** 0 none, 1 small, 2 some, 3 large, 4 critical: the five colors of the need ramp. */
export type GapStep = 0 | 1 | 2 | 3 | 4

export type Gap = {
  readonly status: GapStatus
  readonly demand: number
  readonly verified: number
  readonly paper: number
  readonly served: number
  readonly unmet: number
  readonly surplus: number
  /** Share of the demand nobody answers, 0 to 1; null where there is no demand. */
  readonly unmetShare: number | null
  readonly step: GapStep
  readonly estimated: boolean
}

/** Supply beyond demand by more than this share is worth moving elsewhere. A district sets its own. */
export const OVER_SUPPLIED_BEYOND = 0.25

/** The color of a share of the demand that nobody answers. */
export const stepOf = (unmetShare: number): GapStep =>
  unmetShare <= 0 ? 0 : unmetShare <= 0.25 ? 1 : unmetShare <= 0.5 ? 2 : unmetShare <= 0.75 ? 3 : 4

const statusOf = (demand: Demand, { verified, paper, unsized }: Supply, beyond: number): GapStatus => {
  if (demand.entries === 0) return 'no_need'
  // A need of unknown size in a school of unknown size can be seen, but no supply can be said to meet it.
  if (verified > 0 && demand.students > 0) {
    if (verified < demand.students) return 'partly_met'
    return verified > demand.students * (1 + beyond) ? 'over_supplied' : 'met'
  }
  if (demand.students === 0 && !demand.estimated) return 'met'
  return verified > 0 || paper > 0 || unsized > 0 ? 'unverified' : 'unmet'
}

/**
 * One cell of the gap board, in places: one for each student and kind of help. Only verified supply answers demand; paper supply is shown beside it and turns
 * "unmet" into "unverified". Places are conserved: demand = served + unmet, verified = served + surplus.
 */
export const gapOf = (demand: Demand, supply: Supply, beyond = OVER_SUPPLIED_BEYOND): Gap => {
  const status = statusOf(demand, supply, beyond)
  const served = Math.min(demand.students, supply.verified)
  const unmet = demand.students - served
  const unmetShare = demand.students > 0 ? unmet / demand.students : null
  return {
    status,
    demand: demand.students,
    verified: supply.verified,
    paper: supply.paper,
    served,
    unmet,
    surplus: supply.verified - served,
    unmetShare,
    step: unmetShare === null ? (status === 'unmet' ? 4 : 0) : stepOf(unmetShare),
    estimated: demand.estimated,
  }
}

/** Many cells as one: places add up, and a surplus at one school never hides what is missing at another. */
export const gapTotals = (cells: readonly Gap[]) => {
  const sum = (of: (gap: Gap) => number) => cells.reduce((total, gap) => total + of(gap), 0)
  const [demand, unmet] = [sum((gap) => gap.demand), sum((gap) => gap.unmet)]
  return {
    demand,
    unmet,
    verified: sum((gap) => gap.verified),
    paper: sum((gap) => gap.paper),
    served: sum((gap) => gap.served),
    surplus: sum((gap) => gap.surplus),
    unmetShare: demand > 0 ? unmet / demand : null,
    step: demand > 0 ? stepOf(unmet / demand) : (0 as const),
  }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
