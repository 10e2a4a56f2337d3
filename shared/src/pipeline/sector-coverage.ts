import type { OrganizationType } from '../organizations/vocabulary.ts'
import { sectors, type Sector } from '../vocabulary/sectors.ts'

/** The sector an organisation's type stands for; a nonprofit or a single expert may be of any. */
const sectorOfType: Readonly<Record<OrganizationType, Sector | null>> = {
  nonprofit: null,
  business: 'business',
  higher_ed: 'higher_ed',
  government: 'government',
  health: 'health',
  faith: 'faith',
  grassroots: 'grassroots',
  philanthropy: 'philanthropy',
  law_enforcement: 'law_enforcement',
  juvenile_justice: 'juvenile_justice',
  civic: 'civic',
  arts_culture: 'arts_culture',
  family_org: 'families',
  student_org: 'students',
  teacher_org: 'educators',
  advisory_group: 'civic',
  district_program: null,
  individual_expert: null,
}

/** What help tells about who gives it: counselling is given by mental health people, rent help by social services. */
const sectorOfHelp: Readonly<Record<string, Sector>> = {
  behavioral_health: 'mental_health',
  basic_needs: 'social_services',
  physical_health: 'health',
}

export interface Seated {
  readonly type: OrganizationType
  /** What people wrote down; it counts instead of what type and help suggest. */
  readonly sectors: readonly Sector[]
  /** Groups of the kinds of help it offers. */
  readonly helpGroups: readonly string[]
}

/** The sectors an organisation speaks for. */
export const sectorsOf = ({ type, sectors: written, helpGroups }: Seated): Sector[] => {
  if (written.length > 0) return [...written]
  const suggested = [sectorOfType[type], ...helpGroups.map((group) => sectorOfHelp[group] ?? null)]
  return sectors.map(({ code }) => code).filter((code) => suggested.includes(code))
}

/** How a sector stands at a school: there, on its way, or nobody yet. */
export type Seat = 'at_table' | 'on_the_way' | 'missing'

export interface SectorSeat<Member> {
  readonly sector: Sector
  readonly core: boolean
  readonly seat: Seat
  readonly members: readonly Member[]
}

/**
 * Which sectors sit at a school's table (domain D3, D10). A partnership in force seats its organisation; one that is being
 * formed or a prospect is on its way. Core sectors that nobody speaks for are the gap to close.
 */
export const sectorCoverage = <Member extends Seated & { readonly standing: Exclude<Seat, 'missing'> }>(
  members: readonly Member[],
): SectorSeat<Member>[] =>
  sectors.map(({ code, core }) => {
    const here = members.filter((member) => sectorsOf(member).includes(code))
    const seat = here.some(({ standing }) => standing === 'at_table')
      ? 'at_table'
      : here.length > 0
        ? 'on_the_way'
        : 'missing'
    return { sector: code, core, seat, members: here }
  })

/** Core sectors at the table, of all core sectors. */
export const coreSeats = (coverage: readonly SectorSeat<unknown>[]): { seated: number; of: number } => {
  const core = coverage.filter((one) => one.core)
  return { seated: core.filter(({ seat }) => seat === 'at_table').length, of: core.length }
}
