import { neighborsOf, type Network } from './graph.ts'

/** How many would have no way to the rest if one node left. */
export interface CutOff {
  readonly schools: number
  readonly partners: number
}

const none: CutOff = { schools: 0, partners: 0 }

/**
 * For every node, partners first: who is cut off from the largest part of its group when it leaves. Nodes with something
 * to cut off are the bridges of the network (articulation points, Tarjan 1972: one walk over all links). Deliberately
 * without recursion, because a chain of two thousand partners would overflow the stack.
 */
export const cutOffs = (network: Network): CutOff[] => {
  const near = neighborsOf(network)
  const found: CutOff[] = near.map(() => none)
  const seen = new Int32Array(near.length).fill(-1)
  const low = new Int32Array(near.length)
  const [schoolsBelow, partnersBelow] = [new Int32Array(near.length), new Int32Array(near.length)]
  /** The parts that fall away from a node with each of its children. */
  const parts = new Map<number, CutOff[]>()
  let clock = 0
  for (let root = 0; root < near.length; root++) {
    if (seen[root] !== -1) continue
    const walked: number[] = []
    const path = [{ node: root, from: -1, next: 0 }]
    while (path.length > 0) {
      const step = path.at(-1)!
      const { node, from } = step
      if (step.next === 0) {
        seen[node] = low[node] = clock++
        walked.push(node)
        schoolsBelow[node] = node < network.partners ? 0 : 1
        partnersBelow[node] = node < network.partners ? 1 : 0
      }
      const to = near[node]![step.next++]
      if (to === undefined) {
        path.pop()
        if (from < 0) continue
        low[from] = Math.min(low[from]!, low[node]!)
        schoolsBelow[from]! += schoolsBelow[node]!
        partnersBelow[from]! += partnersBelow[node]!
        if (low[node]! < seen[from]!) continue
        const part = { schools: schoolsBelow[node]!, partners: partnersBelow[node]! }
        parts.set(from, [...(parts.get(from) ?? []), part])
      } else if (to !== from) {
        if (seen[to] === -1) path.push({ node: to, from: node, next: 0 })
        else low[node] = Math.min(low[node]!, seen[to]!)
      }
    }
    const [allSchools, allPartners] = [schoolsBelow[root]!, partnersBelow[root]!]
    for (const node of walked) {
      const away = parts.get(node)
      if (!away) continue
      const own = node < network.partners ? { schools: 0, partners: 1 } : { schools: 1, partners: 0 }
      const rest = away.reduce(
        (left, part) => ({ schools: left.schools - part.schools, partners: left.partners - part.partners }),
        { schools: allSchools - own.schools, partners: allPartners - own.partners },
      )
      found[node] = allButLargest(sizeOf(rest) > 0 ? [...away, rest] : away)
    }
  }
  return found
}

const sizeOf = ({ schools, partners }: CutOff): number => schools + partners

const allButLargest = (parts: readonly CutOff[]): CutOff => {
  const largest = parts.reduce((most, part) => (larger(part, most) ? part : most))
  return parts.reduce(
    (sum, part) =>
      part === largest
        ? sum
        : { schools: sum.schools + part.schools, partners: sum.partners + part.partners },
    none,
  )
}

/** Of parts of one size the one with more schools stays: what is cut off is then the fewest schools. */
const larger = (a: CutOff, b: CutOff): boolean =>
  sizeOf(a) > sizeOf(b) || (sizeOf(a) === sizeOf(b) && a.schools > b.schools)

/** Who it is that has no way to the rest without this node: the same rule, walked for one. */
export const whoIsCutOff = (network: Network, gone: number): number[] => {
  const near = neighborsOf(network)
  const seen = new Set([gone])
  const parts = near[gone]!.flatMap((start) => {
    if (seen.has(start)) return []
    seen.add(start)
    const part = [start]
    for (const node of part)
      for (const to of near[node]!)
        if (!seen.has(to)) {
          seen.add(to)
          part.push(to)
        }
    return [part]
  })
  if (parts.length < 2) return []
  const counted = parts.map((part) => {
    const partners = part.filter((node) => node < network.partners).length
    return { part, size: { partners, schools: part.length - partners } }
  })
  const largest = counted.reduce((most, one) => (larger(one.size, most.size) ? one : most))
  return counted.filter((one) => one !== largest).flatMap(({ part }) => part)
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
