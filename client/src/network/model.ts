import type { PartnerNetwork } from '@common-table/shared/network/schemas'
import { whoIsCutOff, type CutOff } from '@common-table/shared/network/cut-offs'
import type { Network } from '@common-table/shared/network/graph'
import type { NamedLinks } from '@common-table/shared/network/compare'

/** A partner or a school of the network with its figures by name. */
export interface Node {
  readonly id: string
  readonly name: string
  readonly kind: 'partner' | 'school'
  /** A partner's type; empty for a school. */
  readonly type: string
  readonly x: number
  readonly y: number
  /** Schools of a partner, partners of a school. */
  readonly links: number
  readonly ties: number
  readonly between: number
  readonly group: number
  readonly cut: CutOff
  /** Works for the district as a whole. */
  readonly wide: boolean
}

export const nodesOf = ({ partners, schools }: PartnerNetwork): Node[] => [
  ...partners.map(
    ([id, name, type, x, y, links, ties, between, group, cutSchools, cutPartners, wide]): Node => ({
      id,
      name,
      kind: 'partner',
      type,
      x,
      y,
      links,
      ties,
      between,
      group,
      cut: { schools: cutSchools, partners: cutPartners },
      wide: wide === 1,
    }),
  ),
  ...schools.map(([id, name, x, y, links, between, group, cutSchools, cutPartners]): Node => ({
    id,
    name,
    kind: 'school',
    type: '',
    x,
    y,
    links,
    ties: 0,
    between,
    group,
    cut: { schools: cutSchools, partners: cutPartners },
    wide: false,
  })),
]

export const isBridge = ({ cut }: Node): boolean => cut.schools + cut.partners > 0

/** Partners without whom most would have no way to the rest, first those who hold most schools. */
export const bridgesOf = (nodes: readonly Node[]): Node[] =>
  nodes
    .filter((node) => node.kind === 'partner' && isBridge(node))
    .sort((a, b) => b.cut.schools - a.cut.schools || b.cut.partners - a.cut.partners || b.between - a.between)

const plain = ({ partners, schools, links }: PartnerNetwork): Network => ({
  partners: partners.length,
  schools: schools.length,
  links: links.map(([partner, school]) => [partner, school] as const),
})

/** Who is cut off without a node, of the nodes given. */
export const cutOffBy = (network: PartnerNetwork, nodes: readonly Node[], node: Node): Node[] =>
  whoIsCutOff(plain(network), nodes.indexOf(node)).map((place) => nodes[place]!) // places are the nodes' own

/** Whom a node works with. */
export const neighborsIn = (network: PartnerNetwork, nodes: readonly Node[], node: Node): Node[] => {
  const place = nodes.indexOf(node)
  const first = network.partners.length
  return network.links.flatMap(([partner, school]) =>
    partner === place ? [nodes[first + school]!] : first + school === place ? [nodes[partner]!] : [],
  ) // links name places of the two lists
}

/** Who works with whom by ids, for a comparison of years. */
export const namedLinks = ({ partners, schools, links }: PartnerNetwork): NamedLinks =>
  links.map(([partner, school]) => [partners[partner]![0], schools[school]![0]] as const) // the same
