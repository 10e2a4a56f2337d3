import type { Tier } from '../catalog/tiers.ts'

/** Verified places at one school: what an organization brings, and the partnerships that stand behind it today. */
export type CountedSite = {
  readonly school: string
  readonly category: string
  readonly tier: Tier
  readonly organization: string
  /** Null where its capacity cannot be said in students. */
  readonly students: number | null
  /** A program of the district needs no partnership behind it. */
  readonly own: boolean
  readonly behind: readonly string[]
}

export type DemandCell = {
  readonly school: string
  readonly category: string
  readonly tier: Tier
  readonly demand: number
}

export type Gone = { readonly organizations: ReadonlySet<string>; readonly partnerships: ReadonlySet<string> }

export type Loss = DemandCell & {
  /** Places that answer the demand today, and without what goes. */
  readonly servedBefore: number
  readonly servedAfter: number
  readonly lost: number
  /** Organizations that would still bring verified places here. */
  readonly providersLeft: number
}

const cellOf = ({ school, category, tier }: Pick<DemandCell, 'school' | 'category' | 'tier'>): string =>
  `${school} ${category} ${tier}`

const byCell = (sites: readonly CountedSite[]): Map<string, CountedSite[]> => {
  const cells = new Map<string, CountedSite[]>()
  for (const site of sites) {
    if (!site.own && site.behind.length === 0) continue
    const cell = cells.get(cellOf(site))
    if (cell) cell.push(site)
    else cells.set(cellOf(site), [site])
  }
  return cells
}

const placesOf = (sites: readonly CountedSite[]): number =>
  sites.reduce((sum, { students }) => sum + (students ?? 0), 0)

/** Whether a site still counts without what goes: another partnership behind the same service keeps it. */
export const stands = ({ organization, own, behind }: CountedSite, gone: Gone): boolean =>
  !gone.organizations.has(organization) && (own || behind.some((one) => !gone.partnerships.has(one)))

/**
 * What falls into gap when something goes: every cell of the gap board that would answer fewer students than today, the
 * largest loss first. Places nobody needs are no loss; another partner's surplus at the same school takes over first.
 */
export const lossOf = (cells: readonly DemandCell[], sites: readonly CountedSite[], gone: Gone): Loss[] => {
  const offered = byCell(sites)
  return cells
    .map((cell) => {
      const here = offered.get(cellOf(cell)) ?? []
      const left = here.filter((site) => stands(site, gone))
      const servedBefore = Math.min(cell.demand, placesOf(here))
      const servedAfter = Math.min(cell.demand, placesOf(left))
      const providersLeft = new Set(left.map(({ organization }) => organization)).size
      return { ...cell, servedBefore, servedAfter, lost: servedBefore - servedAfter, providersLeft }
    })
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost || (cellOf(a) < cellOf(b) ? -1 : 1))
}

export type SoleProvider = {
  readonly organization: string
  /** Cells of school, kind of help and tier that only this organization answers. */
  readonly cells: number
  readonly schools: number
  readonly places: number
}

/** Organizations that alone answer a need somewhere: where one of them leaves, nothing is left (domain D18, B19). */
export const soleProvidersOf = (
  cells: readonly DemandCell[],
  sites: readonly CountedSite[],
): SoleProvider[] => {
  const offered = byCell(sites)
  const found = new Map<string, { cells: number; schools: Set<string>; places: number }>()
  for (const cell of cells) {
    const here = (offered.get(cellOf(cell)) ?? []).filter(({ students }) => (students ?? 0) > 0)
    const organizations = new Set(here.map(({ organization }) => organization))
    const [only, another] = organizations
    if (cell.demand === 0 || only === undefined || another !== undefined) continue
    const entry = found.get(only) ?? { cells: 0, schools: new Set<string>(), places: 0 }
    entry.cells += 1
    entry.schools.add(cell.school)
    entry.places += Math.min(cell.demand, placesOf(here))
    found.set(only, entry)
  }
  return [...found]
    .map(([organization, { cells, schools, places }]) => ({
      organization,
      cells,
      schools: schools.size,
      places,
    }))
    .sort((a, b) => b.places - a.places || (a.organization < b.organization ? -1 : 1))
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
