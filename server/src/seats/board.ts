import { notFound } from '@common-table/shared/contract/problem'
import { seatBoard, seatPlaces, type BoardLine } from '@common-table/shared/seats/board'
import type { SeatBoard, SeatBoardQuery, SeatLine, SeatTotals } from '@common-table/shared/seats/schemas'
import type { Db } from '../db/db.ts'
import { groundOf, type DemandOnRecord, type Ground } from './queries.ts'

type Line = BoardLine<DemandOnRecord>
export interface CountedBoard {
  ground: Ground
  lines: Line[]
  spare: ReturnType<typeof seatBoard>['spare']
}

/** The year's board of the whole district: seats open to all are shared out once, whoever asks. */
export const countedBoard = async (
  db: Db,
  scope: readonly string[] | null,
  schoolYearId?: string,
): Promise<CountedBoard> => {
  const ground = await groundOf(db, scope, schoolYearId)
  if (schoolYearId && !ground.schoolYear) notFound('school year')
  return { ground, ...seatBoard(ground.demands, ground.offers, ground.fills) }
}

type Asked = Pick<SeatBoardQuery, 'schoolId' | 'kind' | 'pathway' | 'term' | 'status'>
export const asked = (
  line: Pick<Line, 'school' | 'kind' | 'pathway' | 'term' | 'status'>,
  { schoolId, kind, pathway, term, status }: Asked,
): boolean =>
  (schoolId === undefined || line.school === schoolId) &&
  (kind === undefined || line.kind === kind) &&
  (pathway === undefined || line.pathway === pathway) &&
  (term === undefined || line.term === term) &&
  (status === undefined || line.status === status)

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const totalsOf = (
  lines: readonly Line[],
  { ground, spare }: CountedBoard,
  scope: readonly string[] | null,
): SeatTotals[] => {
  const reaches = (school: string | null) => school === null || scope === null || scope.includes(school)
  const offers = ground.offers.filter(({ school, withdrawn }) => reaches(school) && !withdrawn)
  return seatPlaces.flatMap(({ kind, audience }) => {
    const here = <T extends { kind: string; audience: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.kind === kind && row.audience === audience)
    const [mine, seats] = [here(lines), here(offers)]
    if (mine.length === 0 && seats.length === 0) return []
    return {
      kind,
      audience,
      seekers: sum(mine.map(({ seekers }) => seekers)),
      offered: sum(seats.map(({ open, ...offer }) => (open ? offer.seats : offer.filled))),
      filled: sum(mine.map(({ filled }) => filled)),
      unmet: sum(mine.map(({ unmet }) => unmet)),
      spare: sum(
        here(spare)
          .filter(({ school }) => reaches(school))
          .map((one) => one.seats),
      ),
      unconfirmed: sum(seats.map(({ open, ...offer }) => (open ? 0 : offer.seats - offer.filled))),
    }
  })
}

const lineOf = (schools: Ground['schools'], { row, school, ...line }: Line): SeatLine => ({
  ...line,
  school: { id: school, name: schools[school]! }, // of every line, by the query
  said: row && { id: row.id, copied: row.copied, by: row.by, at: row.at, version: row.version },
})

/** The board as a reader sees it: own schools only where the reader has some. */
export const boardFor = async (
  db: Db,
  scope: readonly string[] | null,
  query: SeatBoardQuery,
): Promise<SeatBoard> => {
  const board = await countedBoard(db, scope, query.schoolYearId)
  const { ground } = board
  const own = board.lines.filter(({ school }) => scope === null || scope.includes(school))
  const order = seatPlaces.map(({ kind, audience }) => `${kind}/${audience}`)
  const at = ({ kind, audience }: Line) => order.indexOf(`${kind}/${audience}`)
  return {
    schoolYear: ground.schoolYear && { id: ground.schoolYear.id, label: ground.schoolYear.label },
    lines: own
      .filter((line) => asked(line, query))
      .sort((a, b) => b.unmet - a.unmet || at(a) - at(b))
      .map((line) => lineOf(ground.schools, line)),
    totals: totalsOf(own, board, scope),
    silent: ground.silent,
  }
}
