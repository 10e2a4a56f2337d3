import { standingOf } from '@common-table/shared/compliance/clearance'
import { mergeRequirements } from '@common-table/shared/compliance/requirements'
import type { DocumentKind, DocumentState } from '@common-table/shared/compliance/vocabulary'
import type { Db } from '../db/db.ts'
import { owedBy } from './passport.ts'
import { rawPassport } from './queries.ts'

export interface Paper {
  kind: DocumentKind
  state: DocumentState
}

/** How the documents of an organisation stand today: those it owes, and those it handed in without being asked. */
export const papersOf = async (db: Db, organizationId: string): Promise<Paper[]> => {
  const raw = await rawPassport(db, null, organizationId)
  if (!raw) return []
  const owed = owedBy(raw)
  const others = mergeRequirements(raw.own).flatMap(({ kind, warnDays }): Paper[] => {
    if (owed.some((one) => one.kind === kind)) return []
    const { state } = standingOf(
      raw.documents.filter((one) => one.kind === kind),
      warnDays,
      raw.today,
    )
    return state === 'missing' ? [] : [{ kind, state }]
  })
  return [...owed.map(({ kind, state }) => ({ kind, state })), ...others]
}
