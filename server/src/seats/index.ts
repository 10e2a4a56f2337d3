import type { ObjectivePart } from '@common-table/shared/outcomes/objectives'
import type { Db } from '../db/db.ts'
import { countedBoard } from './board.ts'
import { soughtPlaces } from './sought-places.ts'

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
  return {
    schoolYear: ground.schoolYear,
    threshold: ground.threshold,
    schools: ground.schools,
    parts: soughtPlaces(lines).parts,
  }
}
