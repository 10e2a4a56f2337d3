import { equityTiers, type EquityTier } from '../equity/equity-tiers.ts'
import { stepOf, type GapStep } from '../needs/gap.ts'
import type { PlacedSchool } from './schemas.ts'

/** A school of the map with its figures by name. */
export type MappedSchool = {
  readonly id: string
  readonly name: string
  readonly area: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly enrolment: number | null
  readonly partners: number
  readonly demand: number
  readonly unmet: number
  readonly verified: number
  readonly paper: number
  readonly needs: number
  /** The color of the need ramp; null where nothing is needed. */
  readonly step: GapStep | null
  readonly tier: EquityTier | null
}

/** The step of places needed and places nobody answers: as on the gap board, so that both show one color. */
export const stepOfPlaces = (demand: number, unmet: number, unsized: boolean): GapStep | null =>
  demand > 0 ? stepOf(unmet / demand) : unsized ? 4 : null

export const mappedSchool = ([
  id,
  name,
  area,
  latitude,
  longitude,
  enrolment,
  partners,
  demand,
  unmet,
  verified,
  paper,
  needs,
  unsized,
  tier,
]: PlacedSchool): MappedSchool => ({
  id,
  name,
  area,
  latitude,
  longitude,
  enrolment,
  partners,
  demand,
  unmet,
  verified,
  paper,
  needs,
  step: stepOfPlaces(demand, unmet, unsized === 1),
  tier: tier === null ? null : (equityTiers[tier]?.code ?? null),
})
