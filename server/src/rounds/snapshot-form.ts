import { notFound } from '@common-table/shared/contract/problem'
import { filledSnapshot } from '@common-table/shared/rounds/snapshot-answers'
import type { SnapshotForm } from '@common-table/shared/rounds/snapshot-schemas'
import { roundState } from '@common-table/shared/rounds/window'
import type { Db } from '../db/db.ts'
import { snapshotRow } from './snapshot-queries.ts'

/** The form of a reply: as drafted, as sent, or filled from last year's answers and the open needs. */
export const snapshotForm = async (db: Db, replyId: string): Promise<SnapshotForm> => {
  const { draft, answers, last, open, today, round, categories, ...row } =
    (await snapshotRow(db, replyId)) ?? notFound('snapshot')
  const { closedAt: _, ...shown } = round
  return {
    ...row,
    round: { ...shown, state: roundState(round, today) },
    categories: categories ?? [],
    answers:
      draft ??
      answers ??
      filledSnapshot(
        open,
        last?.answers ?? null,
        row.partners.map(({ id }) => id),
      ),
    filledFrom: draft || answers ? null : (last?.schoolYear ?? null),
  }
}
