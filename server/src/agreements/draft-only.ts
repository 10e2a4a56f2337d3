import { agreementStages } from '@common-table/shared/agreements/vocabulary'
import { notFound, ProblemError } from '@common-table/shared/contract/problem'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import { holdAgreement } from './queries.ts'

export const stageName = (stage: string): string => nameOf(agreementStages, stage, 'en')

/** A step that is not possible where the agreement stands now. */
export const wrongStage = (stage: string, message: string): never => {
  throw new ProblemError('step-not-possible', message, {
    fields: [{ field: 'stage', rule: 'gate', message: `It stands at “${stageName(stage)}”.` }],
  })
}

/** Only a draft is written on: what is at a gate is the document that was frozen. Holds it until the change is made. */
export const draftOnly = async (db: Db, agreementId: string): Promise<void> => {
  const { stage } = (await holdAgreement(db, agreementId)) ?? notFound('agreement')
  if (stage !== 'draft')
    wrongStage(
      stage,
      stage === 'signed'
        ? 'A signed agreement does not change. Amend it, or renew it.'
        : 'This agreement is no longer a draft. Send it back to draft to change it.',
    )
}
