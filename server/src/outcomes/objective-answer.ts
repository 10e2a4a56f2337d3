import type { ObjectiveDetail } from '@common-table/shared/outcomes/objective-schemas'
import { objectiveFigures, tallyCell, type Tally } from '@common-table/shared/outcomes/objectives'
import type { PublicCell } from '@common-table/shared/outcomes/suppression'
import type { ObjectiveGround } from '../seats/index.ts'

export interface ObjectiveValue {
  cell: PublicCell
  /** Of things that are counted; null of people. */
  tally: Tally | null
}
export type ObjectiveRow = Omit<ObjectiveDetail['breakdowns'][number]['rows'][number], 'met'>

/** What a rule computes, ready to be shown. */
export interface ObjectiveAnswer {
  schoolYear: { label: string; endsOn: string } | null
  threshold: number
  whole: ObjectiveValue
  /** What the figure is of and the day it stands for, where that is not today. */
  period: { label: string; on: string } | null
  beside: ({ code: string } & ObjectiveValue)[]
  breakdowns: { way: string; rows: ObjectiveRow[] }[]
}

export const counted = (tally: Tally): ObjectiveValue => ({ cell: tallyCell(tally), tally })

/** Of people: all ways together, since the whole alone could be shown where its parts give it away. */
export const ofPeople = (ground: ObjectiveGround, ways: readonly string[]): ObjectiveAnswer => {
  const { whole, groups, parts } = objectiveFigures(ground.parts, ways, ground.threshold)
  const row = ({ school, ...codes }: Readonly<Record<string, string>>, cell: PublicCell): ObjectiveRow => ({
    school: school === undefined ? null : { id: school, name: ground.schools[school]! }, // of every part, by the query
    codes,
    cell,
    tally: null,
  })
  const rows = (way: string) => (groups[way] ?? []).map(({ at, cell }) => row(at, cell))
  return {
    schoolYear: ground.schoolYear,
    threshold: ground.threshold,
    whole: { cell: whole, tally: null },
    period: null,
    beside: [],
    breakdowns: [
      ...ways.map((way) => ({ way, rows: rows(way) })),
      { way: 'line', rows: parts.map(({ at, cell }) => row(at, cell)) },
    ],
  }
}
