import { objectiveFigures, type ObjectivePart } from '@common-table/shared/outcomes/objectives'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import { seatPlaces } from '@common-table/shared/seats/board'
import type { SeatBoardQuery, SeatFigures } from '@common-table/shared/seats/schemas'
import type { Db } from '../db/db.ts'
import { asked, countedBoard, type CountedBoard } from './board.ts'
import { seatWays, soughtPlaces } from './sought-places.ts'

type Line = CountedBoard['lines'][number]
type Screened = { lines: Map<Line, PublicCell>; totals: Map<string, PublicCell> }

const partOf = ({ kind, seekers, unmet }: Line): ObjectivePart => ({
  at: { kind },
  of: seekers,
  met: seekers - unmet,
})

/** Every line with its kind’s total, those of the objective together with everything the objective shows. */
const screened = (all: readonly Line[], threshold: number): Screened => {
  // Where a school said nothing, a line would tell that somebody of it has a seat.
  const said = all.filter(({ row }) => row !== null)
  const sought = soughtPlaces(said)
  const apart = new Set(sought.lines)
  const others = Map.groupBy(
    said.filter((line) => !apart.has(line)),
    ({ kind, audience }) => `${kind}/${audience}`,
  )
  const lines = new Map<Line, PublicCell>()
  const totals = new Map<string, PublicCell>()
  const keep = (
    members: readonly Line[],
    parts: readonly ObjectivePart[],
    ways: readonly string[],
    audience: string,
  ) => {
    const figures = objectiveFigures(parts, ways, threshold)
    members.forEach((line, at) => lines.set(line, figures.parts[at]!.cell)) // one for each
    for (const { at, cell } of figures.groups['kind'] ?? []) totals.set(`${at['kind']}/${audience}`, cell)
  }
  keep(sought.lines, sought.parts, seatWays, 'student')
  for (const [key, members] of others) keep(members, members.map(partOf), ['kind'], key.split('/')[1]!) // kind/audience
  return { lines, totals }
}

/**
 * The board for readers who do not place students. The share is a fact about seats and rests on those who seek one, so both
 * are shown or withheld as one figure. Worked out over all lines before anything is filtered: what a filter leaves out
 * tells nothing.
 */
export const figuresFor = async (
  db: Db,
  scope: readonly string[] | null,
  query: SeatBoardQuery,
): Promise<SeatFigures> => {
  const { ground, lines } = await countedBoard(db, scope, query.schoolYearId)
  const shown = screened(lines, ground.threshold)
  // A filter by what is unmet would tell what is withheld.
  const { status: _, ...filters } = query
  return {
    schoolYear: ground.schoolYear && { id: ground.schoolYear.id, label: ground.schoolYear.label },
    threshold: ground.threshold,
    lines: [...shown.lines].flatMap(([line, cell]) =>
      asked({ ...line, status: 'none' }, filters) && (scope === null || scope.includes(line.school))
        ? {
            school: { id: line.school, name: ground.schools[line.school]! }, // of every line, by the query
            kind: line.kind,
            audience: line.audience,
            pathway: line.pathway,
            term: line.term,
            cell,
          }
        : [],
    ),
    totals: seatPlaces.flatMap(({ kind, audience }) => {
      const offers = ground.offers.filter((one) => one.kind === kind && one.audience === audience && one.open)
      const cell = shown.totals.get(`${kind}/${audience}`)
      if (offers.length === 0 && !cell) return []
      const offered = offers.reduce((sum, { seats }) => sum + seats, 0)
      return { kind, audience, offered, cell: cell ?? objectiveFigures([], [], ground.threshold).whole }
    }),
  }
}
