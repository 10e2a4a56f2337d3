import type { NetworkChanges } from '@common-table/shared/network/compare'
import type { PartnerNetwork } from '@common-table/shared/network/schemas'
import type { Point } from '../ui/pan-zoom.ts'

/** The lines of a network as four paths: thousands of links are four shapes to the browser. */
export const linesOf = (
  { partners, links }: PartnerNetwork,
  marks: readonly (Point & { key: string })[],
  changes: NetworkChanges | undefined,
  picked: string,
) => {
  const pair = (partner: string, school: string) => `${partner} ${school}`
  const joined = new Set(changes?.linksJoined.map(([partner, school]) => pair(partner, school)))
  const line = (a: Point, b: Point) =>
    `M${a.x.toFixed(1)} ${a.y.toFixed(1)}L${b.x.toFixed(1)} ${b.y.toFixed(1)}`
  const drawn = { stayed: '', joined: '', left: '', picked: '' }
  for (const [partner, school] of links) {
    const [a, b] = [marks[partner]!, marks[partners.length + school]!] // links name places of the marks
    const kind =
      a.key === picked || b.key === picked ? 'picked' : joined.has(pair(a.key, b.key)) ? 'joined' : 'stayed'
    drawn[kind] += line(a, b)
  }
  // What is gone is drawn between those who are still there.
  const at = new Map(marks.map((mark) => [mark.key, mark]))
  for (const [partner, school] of changes?.linksLeft ?? []) {
    const [a, b] = [at.get(partner), at.get(school)]
    if (a && b) drawn.left += line(a, b)
  }
  return drawn
}
