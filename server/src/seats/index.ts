import type { ObjectivePart } from '@common-table/shared/outcomes/objectives'
import type { Db } from '../db/db.ts'
import { countedBoard } from './board.ts'

/** What an objective is computed from, of the present school year. */
export interface ObjectiveGround {
  schoolYear: { label: string; endsOn: string } | null
  threshold: number
  parts: ObjectivePart[]
  schools: Readonly<Record<string, string>>
}

/** Students who seek an internship or externship, and how many of them have a seat or an open one in reach. */
export const seatsMeetDemand = async (db: Db): Promise<ObjectiveGround> => {
  const { ground, lines } = await countedBoard(db, null)
  const sought = lines.filter(
    ({ kind, audience, seekers }) =>
      audience === 'student' && (kind === 'internship' || kind === 'externship') && seekers > 0,
  )
  const places = Map.groupBy(sought, ({ school, pathway, term }) => `${school}/${pathway}/${term}`)
  return {
    schoolYear: ground.schoolYear,
    threshold: ground.threshold,
    schools: ground.schools,
    parts: [...places.values()].map((same) => {
      const { school, pathway, term } = same[0]! // a group has a member
      return {
        at: { school, pathway, term },
        of: same.reduce((sum, { seekers }) => sum + seekers, 0),
        met: same.reduce((sum, { seekers, unmet }) => sum + seekers - unmet, 0),
      }
    }),
  }
}
