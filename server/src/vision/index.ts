import type { VisionState } from '@common-table/shared/vision/standing'
import type { Db } from '../db/db.ts'
import { visionRow } from './queries.ts'
import { stateOf } from './view.ts'

export interface VisionStand extends VisionState {
  /** The statement of the newest version. */
  readonly statement: string
}

/** How far the shared vision of a partnership is today: what an agreement asks before it leaves draft. */
export const visionStand = async (db: Db, partnershipId: string): Promise<VisionStand | undefined> => {
  const row = await visionRow(db, null, partnershipId)
  return row && { ...stateOf(row), statement: row.versions[0]?.content.statement ?? '' }
}
