import { agreementStages } from '@common-table/shared/agreements/vocabulary'
import { notFound } from '@common-table/shared/contract/problem'
import { refusal, type RefusalReason } from '@common-table/shared/contract/refusals'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import { holdAgreement } from './queries.ts'

export const stageName = (stage: string): string => nameOf(agreementStages, stage, 'en')

/** A step that is not possible where the agreement stands now. */
export const wrongStage = (stage: string, reason: RefusalReason): never => {
  throw refusal(reason, {
    fields: [{ field: 'stage', rule: 'gate', message: `It stands at “${stageName(stage)}”.` }],
  })
}

/** Why nothing is written on an agreement at this stage. */
export const frozen = (stage: string): RefusalReason => {
  if (stage === 'signed') return 'agreement-signed'
  return stage === 'withdrawn' ? 'agreement-withdrawn' : 'agreement-not-draft'
}

/** Only a draft is written on: what is at a gate is the document that was frozen. Holds it until the change is made. */
export const draftOnly = async (db: Db, agreementId: string): Promise<void> => {
  const { stage } = (await holdAgreement(db, agreementId)) ?? notFound('agreement')
  if (stage !== 'draft') wrongStage(stage, frozen(stage))
}
