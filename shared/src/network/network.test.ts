import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, type NamedLinks } from './compare.ts'
import { cutOffs, whoIsCutOff, type CutOff } from './cut-offs.ts'
import { linkDensity, neighborsOf, tieDensity, tiesOf, type Link, type Network } from './graph.ts'

const networks = fc
  .record({ partners: fc.integer({ min: 1, max: 7 }), schools: fc.integer({ min: 1, max: 9 }) })
  .chain(({ partners, schools }) =>
    fc
      .uniqueArray(
        fc.tuple(fc.integer({ min: 0, max: partners - 1 }), fc.integer({ min: 0, max: schools - 1 })),
        { maxLength: 24, selector: ([p, s]) => `${p} ${s}` },
      )
      .map((links): Network => ({ partners, schools, links: links as Link[] })),
  )

/** The parts of a network without one node, by walking it: slow and plain. */
const partsWithout = (network: Network, gone: number, among: ReadonlySet<number>): CutOff[] => {
  const near = neighborsOf(network)
  const left = new Set([...among].filter((node) => node !== gone))
  const parts: CutOff[] = []
  while (left.size > 0) {
    const queue = [left.values().next().value!]
    left.delete(queue[0]!)
    for (const node of queue) for (const to of near[node]!) if (left.delete(to)) queue.push(to)
    const partners = queue.filter((node) => node < network.partners).length
    parts.push({ partners, schools: queue.length - partners })
  }
  return parts
}
const groupOf = (network: Network, of: number): Set<number> => {
  const near = neighborsOf(network)
  const group = new Set([of])
  for (const node of group) for (const to of near[node]!) group.add(to)
  return group
}

describe('cutOffs', () => {
  it('finds whom a node holds to the rest, as plain walking does', () => {
    fc.assert(
      fc.property(networks, (network) => {
        for (const [node, { schools, partners }] of cutOffs(network).entries()) {
          const parts = partsWithout(network, node, groupOf(network, node))
          const sizes = parts.map((part) => part.schools + part.partners).sort((a, b) => b - a)
          const who = whoIsCutOff(network, node)
          expect(who).toHaveLength(schools + partners)
          expect(who.filter((one) => one < network.partners)).toHaveLength(partners)
          expect(schools + partners).toBe(sizes.slice(1).reduce((sum, size) => sum + size, 0))
        }
      }),
    )
  })

  it('says that three schools hang on one partner', () => {
    const network: Network = {
      partners: 2,
      schools: 6,
      links: [
        [0, 0],
        [0, 1],
        [0, 2],
        [0, 3],
        [1, 3],
        [1, 4],
        [1, 5],
      ],
    }
    const found = cutOffs({ ...network, links: [...network.links, [1, 2]] })
    expect(found[0]).toEqual({ schools: 2, partners: 0 })
    expect(cutOffs(network)[5]).toEqual({ schools: 2, partners: 1 })
    expect(found[5]).toEqual({ schools: 0, partners: 0 })
  })

  it('walks a chain of thousands without losing its breath', () => {
    const links = Array.from({ length: 4999 }, (_, at): Link => [
      Math.floor((at + 1) / 2),
      Math.floor(at / 2),
    ])
    const found = cutOffs({ partners: 2500, schools: 2500, links })
    expect(found.filter(({ schools, partners }) => schools + partners > 0)).toHaveLength(4998)
  })
})

describe('ties and density', () => {
  it('ties two partners for each school both deliver at', () => {
    expect(
      tiesOf({
        partners: 3,
        schools: 2,
        links: [
          [0, 0],
          [2, 0],
          [0, 1],
          [2, 1],
          [1, 1],
        ],
      }),
    ).toEqual(
      expect.arrayContaining([
        { a: 0, b: 2, schools: 2 },
        { a: 0, b: 1, schools: 1 },
        { a: 1, b: 2, schools: 1 },
      ]),
    )
  })

  it('never counts more ties or links than there can be', () => {
    fc.assert(
      fc.property(networks, (network) => {
        const density = tieDensity(network.partners, tiesOf(network).length)
        expect(density === null || (density >= 0 && density <= 1)).toBe(true)
        expect(linkDensity(network)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('knows no density where nothing could be linked', () => {
    expect([tieDensity(1, 0), linkDensity({ partners: 0, schools: 3, links: [] })]).toEqual([null, null])
  })
})

const named = ({ links }: Network): NamedLinks => links.map(([p, s]) => [`p${p}`, `s${s}`] as const)

describe('changesBetween', () => {
  it('turns around when the years do, and finds nothing between a year and itself', () => {
    fc.assert(
      fc.property(networks, networks, (a, b) => {
        const [there, back] = [changesBetween(named(a), named(b)), changesBetween(named(b), named(a))]
        expect(there.linksJoined).toEqual(back.linksLeft)
        expect(there.partnersLeft).toEqual(back.partnersJoined)
        expect(there.schoolsReached).toEqual(back.schoolsLost)
        expect(a.links.length + there.linksJoined.length - there.linksLeft.length).toBe(b.links.length)
        expect(Object.values(changesBetween(named(a), named(a))).flat()).toEqual([])
      }),
    )
  })
})
