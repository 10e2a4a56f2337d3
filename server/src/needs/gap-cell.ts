import { studentsServed } from '@common-table/shared/catalog/capacity-units'
import { tiers } from '@common-table/shared/catalog/tiers'
import type { GapCell } from '@common-table/shared/needs/board-schemas'
import { demandOf } from '@common-table/shared/needs/demand'
import { gapOf } from '@common-table/shared/needs/gap'
import { groupOf } from '@common-table/shared/needs/group'
import { covers } from '@common-table/shared/needs/in-force'
import { missingDeeperTiers, sufficiencyOf } from '@common-table/shared/needs/sufficiency'
import { isVerified, supplyOf, type SupplyEntry } from '@common-table/shared/needs/supply'
import type { CellRow, OfferRow } from './cell-queries.ts'

/** What a site offers, as the rule of supply reads it: stated students stand in where the unit does not say. */
const entryOf = (offer: OfferRow, inForce: boolean): SupplyEntry => {
  const sized = offer.capacity !== null && studentsServed(offer.capacity, offer.unit) !== null
  return {
    amount: offer.capacity,
    unit: offer.unit,
    studentsStated: sized ? null : offer.studentsServed,
    inForce,
    verifiedOn: offer.verifiedOn,
  }
}

/** One cell of the gap board with all that stands behind it, by the same rules as the board. */
export const gapCell = (row: CellRow): GapCell => {
  const { school, asOf, capacityFreshDays, overSupplyPercent, partnerships, ...rest } = row
  const beyond = overSupplyPercent / 100 - 1
  const offers = row.services.map((offer) => {
    const behind = { organization: offer.organization.id, service: offer.id, school: school.id }
    const inForce = offer.ownProgram || partnerships.some((one) => covers(one, behind, asOf))
    const unsigned = partnerships.some((one) => covers({ ...one, formality: 'informal' }, behind, asOf))
    return { offer, entry: entryOf(offer, inForce), unsigned }
  })
  const tiered = tiers.map(({ tier }) => {
    const entries = offers.filter(({ offer }) => offer.tier === tier).map(({ entry }) => entry)
    const needs = row.needs
      .filter((need) => need.tier === tier)
      .map(({ status, studentsAffected, grades, population }) => ({
        status,
        studentsAffected,
        group: groupOf(grades, population),
      }))
    const demand = demandOf(needs, tier, school.enrolment)
    const supply = supplyOf(entries, asOf, capacityFreshDays)
    const confirmed = entries.map((entry) => ({ ...entry, verifiedOn: asOf }))
    const ifVerified = gapOf(demand, supplyOf(confirmed, asOf, capacityFreshDays), beyond)
    return { tier, gap: gapOf(demand, supply, beyond), ifVerified, slots: supply.verified }
  })
  const slots = Object.fromEntries(tiered.map(({ tier, slots }) => [tier, slots]))
  return {
    ...rest,
    school,
    asOf,
    capacityFreshDays,
    tiers: tiered.map(({ tier, gap, ifVerified }) => ({ tier, gap, ifVerified })),
    sufficiency: sufficiencyOf(slots, school.enrolment ?? 0),
    missingDeeperTiers: missingDeeperTiers(slots),
    services: offers.map(({ offer, entry, unsigned }) => ({
      siteId: offer.siteId,
      id: offer.id,
      name: offer.name,
      tier: offer.tier,
      organization: offer.organization,
      capacity: offer.capacity,
      unit: offer.unit,
      verifiedOn: offer.verifiedOn,
      students:
        (offer.capacity === null ? null : studentsServed(offer.capacity, offer.unit)) ?? offer.studentsServed,
      doubt: isVerified(entry, asOf, capacityFreshDays)
        ? null
        : !entry.inForce
          ? unsigned
            ? 'no_agreement'
            : 'no_partnership'
          : entry.verifiedOn === null
            ? 'never_verified'
            : 'verified_long_ago',
    })),
    partnerships: partnerships.map((one) => ({
      id: one.id,
      name: one.name,
      organization: { id: one.organization, name: one.organizationName },
      stage: one.stage,
      formality: one.formality,
      startsOn: one.startsOn,
      endsOn: one.endsOn,
      inForce: offers.some(({ offer }) =>
        covers(one, { organization: offer.organization.id, service: offer.id, school: school.id }, asOf),
      ),
    })),
  }
}
