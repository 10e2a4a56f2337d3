import { mergeRequirements, type Requirement } from '@common-table/shared/compliance/requirements'
import type { HandIn } from '@common-table/shared/compliance/schemas'
import type { DocumentKind } from '@common-table/shared/compliance/vocabulary'
import { notFound } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import type { ReceivedFile } from '../http/uploads.ts'
import { insertDocument, todayOf } from './documents-queries.ts'
import { ensurePassport } from './queries.ts'
import { requirementsOf } from './requirement-queries.ts'
import { checkSaid } from './rules.ts'
import { settleStanding } from './settle.ts'

export const ruleFor = async (db: Db, kind: DocumentKind): Promise<Requirement> =>
  mergeRequirements(await requirementsOf(db)).find((rule) => rule.kind === kind) ?? notFound('requirement')

/** Keeps a document of an organisation as waiting for review, and works out anew how its passport stands. */
export const handIn = async (
  db: Db,
  organizationId: string,
  file: ReceivedFile,
  said: HandIn,
  by: { id: string | null; name: string; viaLink: boolean },
): Promise<void> => {
  checkSaid(await ruleFor(db, said.kind), said, await todayOf(db))
  await ensurePassport(db, organizationId)
  await insertDocument(db, organizationId, file, said, by)
  await settleStanding(db, organizationId)
}
