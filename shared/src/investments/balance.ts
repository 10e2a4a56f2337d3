import type { ContributionType } from '../vocabulary/contribution-types.ts'
import type { Side } from '../vocabulary/sides.ts'
import type { BalanceBand } from './vocabulary.ts'

export interface BalanceLine {
  side: Side
  type: ContributionType
  planned: number
  delivered: number
  plannedCents: number | null
  deliveredCents: number | null
}

/** What one side put in, seen without money beside the money. */
export interface SideSum {
  lines: number
  /** Kinds of contribution with something delivered. */
  kinds: number
  /** Lines with something delivered. */
  begun: number
  /** Whole percent of what was promised, the mean over lines with a plan; more than promised counts as all of it. */
  followThrough: number | null
  plannedCents: number
  deliveredCents: number
  /** Lines that carry a value; the others count above only. */
  valued: number
}

export interface Comparison {
  /** The partner's whole percent of both sides; null when there is nothing. */
  partnerShare: number | null
  band: BalanceBand
}

export interface Balance {
  district: SideSum
  partner: SideSum
  /** By value delivered. Never the only judgement (domain E2): it stands beside `withoutMoney`. */
  byValue: Comparison
  /** By how many contributions have begun. */
  withoutMoney: Comparison
}

/** The band of what two sides put in; between 40 and 60 percent is balanced (domain E2). */
export const bandOf = (district: number, partner: number): BalanceBand => {
  const both = district + partner
  if (both === 0) return 'nothing_yet'
  if (100 * partner < 20 * both) return 'carried_by_district'
  if (100 * partner < 40 * both) return 'leans_on_district'
  if (100 * partner <= 60 * both) return 'balanced'
  return 100 * partner <= 80 * both ? 'leans_on_partner' : 'carried_by_partner'
}

/** Two amounts of one kind beside each other. */
export const compare = (district: number, partner: number): Comparison => ({
  partnerShare: district + partner === 0 ? null : Math.round((100 * partner) / (district + partner)),
  band: bandOf(district, partner),
})

const sumOf = (lines: readonly BalanceLine[]): SideSum => {
  const begun = lines.filter(({ delivered }) => delivered > 0)
  const promised = lines.filter(({ planned }) => planned > 0)
  const kept = promised.reduce((sum, { planned, delivered }) => sum + Math.min(1, delivered / planned), 0)
  return {
    lines: lines.length,
    kinds: new Set(begun.map(({ type }) => type)).size,
    begun: begun.length,
    followThrough: promised.length === 0 ? null : Math.round((100 * kept) / promised.length),
    plannedCents: lines.reduce((sum, { plannedCents }) => sum + (plannedCents ?? 0), 0),
    deliveredCents: lines.reduce((sum, { deliveredCents }) => sum + (deliveredCents ?? 0), 0),
    valued: lines.filter(({ plannedCents, deliveredCents }) => (deliveredCents ?? plannedCents) !== null)
      .length,
  }
}

/** How a school year's contributions are spread over both sides, with money and without (domain E2). */
export const balanceOf = (lines: readonly BalanceLine[]): Balance => {
  const district = sumOf(lines.filter(({ side }) => side === 'district'))
  const partner = sumOf(lines.filter(({ side }) => side === 'partner'))
  return {
    district,
    partner,
    byValue: compare(district.deliveredCents, partner.deliveredCents),
    withoutMoney: compare(district.begun, partner.begun),
  }
}

/** Whole cents per student served (domain D8); null while nobody said how many that are. */
export const centsPerStudent = (deliveredCents: number, students: number | null): number | null =>
  students === null || students === 0 ? null : Math.round(deliveredCents / students)

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
