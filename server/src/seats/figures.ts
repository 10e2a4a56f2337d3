import type { RawCell } from '@common-table/shared/outcomes/raw-cell'
import { suppressCells, thresholdFrom, withheld } from '@common-table/shared/outcomes/suppression'
import { seatPlaces, shareMet } from '@common-table/shared/seats/board'
import type { SeatBoardQuery, SeatFigures } from '@common-table/shared/seats/schemas'
import type { Db } from '../db/db.ts'
import { asked, countedBoard } from './board.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/**
 * The board for readers who do not place students. Demand counts people and is screened with its totals; the share is a fact
 * about seats and rests on that demand, so it is shown exactly where the demand is. Worked out over all lines before
 * anything is filtered: what a filter leaves out tells nothing.
 */
export const figuresFor = async (
  db: Db,
  scope: readonly string[] | null,
  query: SeatBoardQuery,
): Promise<SeatFigures> => {
  const { ground, lines: all } = await countedBoard(db, scope, query.schoolYearId)
  // Where a school said nothing, a line would tell that somebody of it has a seat.
  const lines = all.filter(({ row }) => row !== null)
  // A filter by what is unmet would tell what is withheld.
  const { status: _, ...filters } = query
  const threshold = thresholdFrom(ground.threshold)
  const kinds = seatPlaces.flatMap(({ kind, audience }) => {
    const places = [...lines.entries()].filter(([, line]) => line.kind === kind && line.audience === audience)
    const offers = ground.offers.filter((one) => one.kind === kind && one.audience === audience && one.open)
    if (places.length === 0 && offers.length === 0) return []
    const members = places.map(([, line]) => line)
    return {
      kind,
      audience,
      key: `${kind}/${audience}`,
      at: places.map(([at]) => `${at}`),
      seekers: sum(members.map(({ seekers }) => seekers)),
      unmet: sum(members.map(({ unmet }) => unmet)),
      offered: sum(offers.map(({ seats }) => seats)),
    }
  })
  const everyone = [
    ...lines.map(({ seekers, unmet }, at) => ({ key: `${at}`, seekers, unmet })),
    ...kinds.map(({ key, seekers, unmet }) => ({ key, seekers, unmet })),
  ]
  const partitions = kinds.map(({ key, at }) => ({ members: at, total: key }))
  const screened = (cells: RawCell[]) => {
    const shown = suppressCells(cells, partitions, threshold)
    return (key: string) =>
      shown.unprotected.length > 0 ? withheld('complementary') : (shown.cells.get(key) ?? withheld('small_n'))
  }
  const demand = screened(
    everyone.map(({ key, seekers }) => ({ key, measure: 'count', value: seekers, n: seekers })),
  )
  const share = screened(
    everyone.map(({ key, seekers, unmet }) => ({
      key,
      measure: 'score',
      value: shareMet(seekers, unmet),
      n: seekers,
    })),
  )
  return {
    schoolYear: ground.schoolYear && { id: ground.schoolYear.id, label: ground.schoolYear.label },
    threshold,
    lines: lines.flatMap((line, at) =>
      asked({ ...line, status: 'none' }, filters) && (scope === null || scope.includes(line.school))
        ? {
            school: { id: line.school, name: ground.schools[line.school]! }, // of every line, by the query
            kind: line.kind,
            audience: line.audience,
            pathway: line.pathway,
            term: line.term,
            seekers: demand(`${at}`),
            share: share(`${at}`),
          }
        : [],
    ),
    totals: kinds.map(({ kind, audience, key, offered }) => ({
      kind,
      audience,
      offered,
      seekers: demand(key),
      share: share(key),
    })),
  }
}
