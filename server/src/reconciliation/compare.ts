import { mismatchesOf, saysTheSame, type Mismatch } from '@common-table/shared/reconciliation/mismatches'
import type { Db } from '../db/db.ts'
import { keptMismatches, storeFindings, twoSides, type Finding, type Place } from './queries.ts'

const keyOf = ({ kind, schoolId, organizationId, serviceId, name }: Mismatch): string =>
  [kind, schoolId, organizationId, serviceId, name].join('/')

/**
 * Compares what a school or a partner says with the other side and with the record, and keeps the rows in step: new ones
 * are found, changed ones shown as they are now, settled ones come back only when somebody says something else, and rows
 * on which all agree by now are closed. Answers how many are open.
 */
export const compareSides = async (db: Db, place: Place, author: string): Promise<number> => {
  const [sides, rows] = [await twoSides(db, place), await keptMismatches(db, place)]
  const found = new Map(mismatchesOf(sides).map((mismatch) => [keyOf(mismatch), mismatch]))
  const known = new Map(rows.map((row) => [keyOf(row), row]))
  const findings: Finding[] = []
  for (const [key, mismatch] of found) {
    const row = known.get(key)
    if (!row) findings.push({ ...mismatch, id: null, status: 'open', what: 'found' })
    else if (!saysTheSame(row.says, mismatch.says) || row.status === 'agreed')
      findings.push({
        ...mismatch,
        id: row.id,
        status: 'open',
        what: row.status === 'open' ? 'changed' : 'reopened',
      })
  }
  for (const [key, { id, status, says, ...row }] of known)
    if (!found.has(key) && status === 'open')
      findings.push({ ...row, id, status: 'agreed', what: 'agreed', says })
  if (findings.length > 0) await storeFindings(db, findings, author)
  return [...found.keys()].filter((key) => known.get(key)?.status !== 'resolved').length
}
