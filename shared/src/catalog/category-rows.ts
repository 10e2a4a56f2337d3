import type { CapacityUnit } from './capacity-units.ts'
import type { CategoryGroup, Pillar } from './category-groups.ts'
import type { Tier } from './tiers.ts'

type Row = {
  readonly code: string
  readonly group: CategoryGroup
  /** The tiers such help is usually given at; a service may say otherwise. */
  readonly tiers: readonly Tier[]
  readonly unit: CapacityUnit
  /** First letters of the matching 211 branches. The 211 taxonomy is licensed, so the letter is all that is kept. */
  readonly airs: string
  /** Only where it differs from the group's. */
  readonly pillar?: Pillar
}

/** The kinds of help a district starts with: forty-four and, for staff and small children, two more (domain 6.1). */
export const categoryRows = [
  { code: 'bn_food', group: 'basic_needs', tiers: [1, 2], unit: 'students_per_week', airs: 'B' },
  { code: 'bn_meals', group: 'basic_needs', tiers: [1], unit: 'meals_per_day', airs: 'B' },
  { code: 'bn_housing', group: 'basic_needs', tiers: [3], unit: 'families', airs: 'B' },
  { code: 'bn_clothing', group: 'basic_needs', tiers: [1, 2], unit: 'students', airs: 'B' },
  { code: 'bn_hygiene', group: 'basic_needs', tiers: [1, 2], unit: 'students', airs: 'B' },
  { code: 'bn_supplies', group: 'basic_needs', tiers: [1], unit: 'students', airs: 'BH' },
  { code: 'bn_internet', group: 'basic_needs', tiers: [1, 2], unit: 'households', airs: 'BD' },
  { code: 'bn_devices', group: 'basic_needs', tiers: [1, 2], unit: 'devices', airs: 'H' },
  { code: 'bn_transport', group: 'basic_needs', tiers: [2], unit: 'riders_per_day', airs: 'B' },
  { code: 'bn_economic', group: 'basic_needs', tiers: [3], unit: 'families', airs: 'BN' },
  { code: 'bn_legal', group: 'basic_needs', tiers: [3], unit: 'families', airs: 'F' },
  { code: 'ph_primary', group: 'physical_health', tiers: [1, 2], unit: 'visits_per_week', airs: 'L' },
  { code: 'ph_dental', group: 'physical_health', tiers: [1, 2], unit: 'students', airs: 'L' },
  { code: 'ph_vision', group: 'physical_health', tiers: [1, 2], unit: 'students', airs: 'L' },
  { code: 'ph_immun', group: 'physical_health', tiers: [1], unit: 'students', airs: 'L' },
  { code: 'ph_asthma', group: 'physical_health', tiers: [2, 3], unit: 'students', airs: 'L' },
  { code: 'ph_fitness', group: 'physical_health', tiers: [1], unit: 'students', airs: 'LP' },
  { code: 'bh_counsel', group: 'behavioral_health', tiers: [2, 3], unit: 'caseload', airs: 'R' },
  { code: 'bh_crisis', group: 'behavioral_health', tiers: [3], unit: 'on_call_hours', airs: 'R' },
  { code: 'bh_substance', group: 'behavioral_health', tiers: [1, 2, 3], unit: 'students', airs: 'R' },
  { code: 'bh_sel', group: 'behavioral_health', tiers: [1, 2], unit: 'students', airs: 'RP' },
  { code: 'bh_trauma', group: 'behavioral_health', tiers: [2, 3], unit: 'students', airs: 'R' },
  { code: 'me_one', group: 'mentoring', tiers: [2, 3], unit: 'matches', airs: 'P' },
  { code: 'me_group', group: 'mentoring', tiers: [2], unit: 'students', airs: 'P' },
  { code: 'me_virtual', group: 'mentoring', tiers: [2], unit: 'matches', airs: 'P' },
  { code: 'ac_tutor', group: 'academic', tiers: [2], unit: 'hours_per_week', airs: 'H' },
  { code: 'ac_literacy', group: 'academic', tiers: [1, 2], unit: 'students', airs: 'H' },
  { code: 'ac_stem', group: 'academic', tiers: [1], unit: 'students', airs: 'H' },
  { code: 'ac_ell', group: 'academic', tiers: [2], unit: 'students', airs: 'H' },
  { code: 'ac_disab', group: 'academic', tiers: [2, 3], unit: 'students', airs: 'H' },
  { code: 'os_after', group: 'out_of_school', tiers: [1, 2], unit: 'seats', airs: 'P' },
  { code: 'os_summer', group: 'out_of_school', tiers: [1, 2], unit: 'seats', airs: 'P' },
  { code: 'os_arts', group: 'out_of_school', tiers: [1], unit: 'seats', airs: 'PT' },
  { code: 'os_sports', group: 'out_of_school', tiers: [1], unit: 'seats', airs: 'P' },
  { code: 'cc_aware', group: 'college_career', tiers: [1], unit: 'students', airs: 'HN' },
  { code: 'cc_shadow', group: 'college_career', tiers: [1, 2], unit: 'seats', airs: 'HN' },
  { code: 'cc_intern', group: 'college_career', tiers: [2], unit: 'seats', airs: 'HN' },
  { code: 'cc_extern', group: 'college_career', tiers: [2], unit: 'seats', airs: 'HN' },
  { code: 'cc_apprent', group: 'college_career', tiers: [2], unit: 'seats', airs: 'N' },
  { code: 'cc_college', group: 'college_career', tiers: [1, 2], unit: 'students', airs: 'H' },
  { code: 'fe_workshop', group: 'family_engagement', tiers: [1], unit: 'families', airs: 'P' },
  { code: 'fe_adult', group: 'family_engagement', tiers: [2], unit: 'adults', airs: 'H' },
  { code: 'yl_voice', group: 'youth_leadership', tiers: [1], unit: 'students', airs: 'TP' },
  { code: 'sc_safety', group: 'safety_staff', tiers: [1, 2, 3], unit: 'students', airs: 'FJ' },
  {
    code: 'pd_staff',
    group: 'safety_staff',
    tiers: [1],
    unit: 'staff',
    airs: 'H',
    pillar: 'collaborative_leadership',
  },
  { code: 'ch_care', group: 'out_of_school', tiers: [1, 2], unit: 'seats', airs: 'P' },
] as const satisfies readonly Row[]

export type CategoryCode = (typeof categoryRows)[number]['code']
