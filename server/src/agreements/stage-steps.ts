import { refuseStale } from '../audit/index.ts'
import type { Db } from '../db/db.ts'
import { holdAgreement, type AgreementRow } from './queries.ts'
import { moveStage, type StageMove } from './stages-queries.ts'
import { theRow, viewOf } from './view.ts'

/** The agreement, held until this transaction ends. */
export const held = async (db: Db, agreementId: string): Promise<AgreementRow> => {
  await holdAgreement(db, agreementId)
  return theRow(db, null, agreementId)
}

export const refuse = (db: Db, row: AgreementRow, readVersion: number): Promise<never> =>
  refuseStale(
    db,
    {
      table: 'agreements',
      id: row.agreement.id,
      version: row.version,
      readVersion,
      quiet: ['stage_since', 'route'],
    },
    viewOf(row, 'empty'),
  )

/** Moves it on, or says who was faster. */
export const move = async (
  db: Db,
  row: AgreementRow,
  moved: Omit<StageMove, 'agreementId'>,
): Promise<void> => {
  if (!(await moveStage(db, { ...moved, agreementId: row.agreement.id })))
    return refuse(db, row, moved.version)
}
