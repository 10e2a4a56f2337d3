/** Who works with whom by ids, which stay the same from year to year: `[partner, school]`. */
export type NamedLinks = readonly (readonly [string, string])[]

export interface NetworkChanges {
  readonly partnersJoined: string[]
  readonly partnersLeft: string[]
  /** Schools that had nobody and have somebody now, and the other way round. */
  readonly schoolsReached: string[]
  readonly schoolsLost: string[]
  readonly linksJoined: (readonly [string, string])[]
  readonly linksLeft: (readonly [string, string])[]
}

const key = ([partner, school]: readonly [string, string]): string => `${partner} ${school}`
const beyond = <T>(from: readonly T[], known: ReadonlySet<string>, name: (one: T) => string): T[] =>
  from.filter((one) => !known.has(name(one)))
const self = (id: string): string => id

/** What joined and what left between two networks; only who works with somebody counts as there. */
export const changesBetween = (before: NamedLinks, now: NamedLinks): NetworkChanges => {
  const partnersOf = (links: NamedLinks) => [...new Set(links.map(([partner]) => partner))]
  const schoolsOf = (links: NamedLinks) => [...new Set(links.map(([, school]) => school))]
  const [earlier, later] = [new Set(before.map(key)), new Set(now.map(key))]
  return {
    partnersJoined: beyond(partnersOf(now), new Set(partnersOf(before)), self),
    partnersLeft: beyond(partnersOf(before), new Set(partnersOf(now)), self),
    schoolsReached: beyond(schoolsOf(now), new Set(schoolsOf(before)), self),
    schoolsLost: beyond(schoolsOf(before), new Set(schoolsOf(now)), self),
    linksJoined: beyond(now, earlier, key),
    linksLeft: beyond(before, later, key),
  }
}
