import { fieldProblem } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { normaliseOrganizationName } from '@common-table/shared/matching/names'
import type { Db } from '../db/db.ts'
import { stale } from '../http/stale.ts'
import { decideReviewItem, findReviewItem, isSchool, openAbove, type ReviewRow } from './queries-review.ts'
import {
  linkSites,
  mergeOrganizations,
  organizationName,
  separateOrganizations,
  unlinkSites,
} from './queries-review-sites.ts'

interface By {
  id: string | null
  name: string
}

const settle = async (
  db: Db,
  id: string,
  row: ReviewRow,
  version: number,
  status: 'open' | 'accepted' | 'rejected',
  decision: object | null,
  by: By,
): Promise<void> => {
  if (!(await decideReviewItem(db, id, version, status, decision, by))) stale(row.item)
}

const mustBe = (row: ReviewRow, open: boolean): void => {
  if ((row.status === 'open') !== open) throw refusal(open ? 'answered-already' : 'not-answered')
}

/** What the first candidate stands for. */
const firstChoice = (row: ReviewRow): string | undefined =>
  row.candidates[0]?.schoolId ?? row.candidates[0]?.organizationId

/** A site is at this school, or an organisation is that one; everything that hangs on it follows. */
export const accept = async (
  db: Db,
  id: string,
  row: ReviewRow,
  version: number,
  choice: string,
  by: By,
): Promise<void> => {
  mustBe(row, true)
  if (row.kind === 'site_school') {
    if (!(await isSchool(db, choice)))
      throw fieldProblem('choice', 'Choose a school of this district.', 'reference')
    await settle(db, id, row, version, 'accepted', { schoolId: choice }, by)
    return linkSites(db, id, choice, row.partnerships)
  }
  const subjectId = row.subject.organizationId!
  const other = row.candidates[0]?.organizationId
  const goneId = choice === subjectId ? other : subjectId
  const gone = goneId === undefined ? undefined : await organizationName(db, goneId)
  if (goneId === undefined || gone === undefined || (await organizationName(db, choice)) === undefined)
    throw fieldProblem(
      'choice',
      'Choose an organization that is here; the other one may have been removed.',
      'reference',
    )
  const moved = await mergeOrganizations(db, goneId, choice)
  const decision = { keptId: choice, goneId, goneKey: normaliseOrganizationName(gone), moved }
  await settle(db, id, row, version, 'accepted', decision, by)
}

/** Accepts the first candidate of every open question of at least some confidence; answers how many. */
export const acceptAbove = async (db: Db, kind: string, minConfidence: number, by: By): Promise<number> => {
  let accepted = 0
  for (const { id, version } of await openAbove(db, kind, minConfidence)) {
    const row = await findReviewItem(db, null, id)
    const choice = row === undefined ? undefined : firstChoice(row)
    if (row === undefined || choice === undefined) continue
    await accept(db, id, row, version, choice, by)
    accepted++
  }
  return accepted
}

/** A site is at none of the schools, or two organisations are two. */
export const reject = async (db: Db, id: string, row: ReviewRow, version: number, by: By): Promise<void> => {
  mustBe(row, true)
  await settle(db, id, row, version, 'rejected', null, by)
}

/** Takes an answer back with all that followed from it. */
export const reopen = async (db: Db, id: string, row: ReviewRow, version: number, by: By): Promise<void> => {
  mustBe(row, false)
  await settle(db, id, row, version, 'open', null, by)
  const { schoolId, keptId, goneId, moved } = row.decision ?? {}
  if (schoolId !== undefined) await unlinkSites(db, id, schoolId)
  if (keptId !== undefined && goneId !== undefined)
    await separateOrganizations(db, goneId, keptId, moved ?? {})
}
