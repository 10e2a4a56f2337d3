import { UndirectedGraph } from 'graphology'
import { connectedComponents } from 'graphology-components'
import betweenness from 'graphology-metrics/centrality/betweenness.js'
import { cutOffs } from '@common-table/shared/network/cut-offs'
import { linkDensity, tieDensity, tiesOf, type Link } from '@common-table/shared/network/graph'
import type { NetworkPartner, NetworkSchool, PartnerNetwork } from '@common-table/shared/network/schemas'
import { layoutOf } from './layout.ts'

/** What the query wrote: `[id, name, type, district-wide]`, `[id, name]`, `[partner, school, how]`. */
export interface NamedGraph {
  partners: [string, string, string, 0 | 1][]
  schools: [string, string][]
  links: [number, number, number][]
}

export type ComputedNetwork = Omit<PartnerNetwork, 'schoolYear' | 'asOf' | 'years'>

// The package is CommonJS and its function is the module itself; its types speak of a default beside it.
const shareOfWays = betweenness as unknown as typeof betweenness.default

/** Everything that is known of a network: where each node is drawn, and the figures of a graph. */
export const computeNetwork = ({ partners, schools, links }: NamedGraph): ComputedNetwork => {
  const network = {
    partners: partners.length,
    schools: schools.length,
    links: links.map(([partner, school]): Link => [partner, school]),
  }
  const graph = new UndirectedGraph()
  for (const [partner, school] of network.links)
    graph.mergeEdge(String(partner), String(partners.length + school))
  const between = graph.order > 2 ? shareOfWays(graph) : {}
  const groups = connectedComponents(graph).sort((a, b) => b.length - a.length)
  const groupOf = new Map(
    groups.flatMap((nodes, place) => nodes.map((node) => [Number(node), place] as const)),
  )
  const cut = cutOffs(network)
  const ties = tiesOf(network)
  const tied = new Map<number, number>()
  for (const { a, b } of ties) for (const one of [a, b]) tied.set(one, (tied.get(one) ?? 0) + 1)
  const { at, height } = layoutOf(graph, partners.length + schools.length)
  const degree = (node: number): number => (graph.hasNode(node) ? graph.degree(node) : 0)
  const share = (node: number): number => Math.round((between[node] ?? 0) * 10_000) / 10_000
  const largest = groups[0] ?? []
  const largestPartners = largest.filter((node) => Number(node) < partners.length).length
  const drawn = {
    partners: partners.map(([id, name, type, wide], node): NetworkPartner => {
      const { schools: cutSchools, partners: cutPartners } = cut[node]! // of every node
      const group = groupOf.get(node) ?? -1
      return [
        id,
        name,
        type,
        ...at(node),
        degree(node),
        tied.get(node) ?? 0,
        share(node),
        group,
        cutSchools,
        cutPartners,
        wide,
      ]
    }),
    schools: schools.map(([id, name], place): NetworkSchool => {
      const node = partners.length + place
      const { schools: cutSchools, partners: cutPartners } = cut[node]! // the same
      return [
        id,
        name,
        ...at(node),
        degree(node),
        share(node),
        groupOf.get(node) ?? -1,
        cutSchools,
        cutPartners,
      ]
    }),
  }
  const linkedPartners = drawn.partners.filter(([, , , , , n]) => n > 0)
  const linkedSchools = drawn.schools.filter(([, , , , n]) => n > 0).length
  return {
    height,
    figures: {
      partners: linkedPartners.length,
      schools: linkedSchools,
      links: links.length,
      linkDensity: linkDensity({ ...network, partners: linkedPartners.length }),
      ties: ties.length,
      tieDensity: tieDensity(linkedPartners.length, ties.length),
      groups: groups.length,
      largestPartners,
      largestSchools: largest.length - largestPartners,
      bridges: cut.slice(0, partners.length).filter((one) => one.schools + one.partners > 0).length,
      isolatedSchools: schools.length - linkedSchools,
      isolatedPartners: partners.length - linkedPartners.length,
    },
    ...drawn,
    links,
  }
}
