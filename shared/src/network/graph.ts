/** A partner and a school that work together, each by its place in its own list. */
export type Link = readonly [partner: number, school: number]

/** Who works with whom: partners and schools side by side, nothing between two of a kind (domain D18). */
export interface Network {
  readonly partners: number
  readonly schools: number
  readonly links: readonly Link[]
}

/** For every node, partners first and then schools, the nodes it is linked to. */
export const neighborsOf = ({ partners, schools, links }: Network): number[][] => {
  const near: number[][] = Array.from({ length: partners + schools }, () => [])
  for (const [partner, school] of links) {
    near[partner]!.push(partners + school) // links name places of the two lists
    near[partners + school]!.push(partner)
  }
  return near
}

export interface Tie {
  readonly a: number
  readonly b: number
  /** At how many schools both deliver. */
  readonly schools: number
}

/** Two partners who deliver at the same school are tied, the more schools the stronger. */
export const tiesOf = ({ partners, schools, links }: Network): Tie[] => {
  const at: number[][] = Array.from({ length: schools }, () => [])
  for (const [partner, school] of links) at[school]!.push(partner) // the same
  const shared = new Map<number, number>()
  for (const together of at)
    for (const [place, first] of together.entries())
      for (const second of together.slice(place + 1)) {
        const pair = Math.min(first, second) * partners + Math.max(first, second)
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
  return [...shared].map(([pair, n]) => ({ a: Math.floor(pair / partners), b: pair % partners, schools: n }))
}

/** Ties there are out of ties there could be (PARTNER, domain 3.7): n(n − 1) / 2 among n partners. */
export const tieDensity = (partners: number, ties: number): number | null =>
  partners < 2 ? null : ties / ((partners * (partners - 1)) / 2)

/** Links there are out of links there could be, each partner with each school. */
export const linkDensity = ({ partners, schools, links }: Network): number | null =>
  partners * schools === 0 ? null : links.length / (partners * schools)

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
