import { notFound } from '@common-table/shared/contract/problem'
import { recommend } from '@common-table/shared/outlook/recommendation'
import type { Verdict } from '@common-table/shared/outlook/vocabulary'
import type { Db } from '../db/db.ts'
import { factsFrom } from './facts.ts'
import { outlookRow, type Scope } from './queries.ts'

/** What the rule advises today about a partnership's next term; null while too little is known. */
export const adviceOf = async (db: Db, scope: Scope, partnershipId: string): Promise<Verdict | null> => {
  const row = (await outlookRow(db, scope, partnershipId)) ?? notFound('partnership')
  return recommend(factsFrom(row.facts)).verdict
}
