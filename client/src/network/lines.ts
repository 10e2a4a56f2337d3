import type { NetworkChanges } from '@common-table/shared/network/compare'
import type { PartnerNetwork } from '@common-table/shared/network/schemas'
import type { Point } from '../ui/pan-zoom.ts'

export type Line = readonly [Point, Point]
/** Lines by what they say: new since the year compared, gone since, of the one that is looked at, or simply there. */
export type Lines = Readonly<Record<'stayed' | 'left' | 'joined' | 'picked', readonly Line[]>>

export const linesOf = (
  { partners, links }: PartnerNetwork,
  marks: readonly (Point & { key: string })[],
  changes: NetworkChanges | undefined,
  picked: string,
): Lines => {
  const pair = (partner: string, school: string) => `${partner} ${school}`
  const joined = new Set(changes?.linksJoined.map(([partner, school]) => pair(partner, school)))
  const lines: Record<keyof Lines, Line[]> = { stayed: [], left: [], joined: [], picked: [] }
  for (const [partner, school] of links) {
    const [a, b] = [marks[partner]!, marks[partners.length + school]!] // links name places of the marks
    const kind =
      a.key === picked || b.key === picked ? 'picked' : joined.has(pair(a.key, b.key)) ? 'joined' : 'stayed'
    lines[kind].push([a, b])
  }
  // What is gone is drawn between those who are still there.
  const at = new Map(marks.map((mark) => [mark.key, mark]))
  for (const [partner, school] of changes?.linksLeft ?? []) {
    const [a, b] = [at.get(partner), at.get(school)]
    if (a && b) lines.left.push([a, b])
  }
  return lines
}
