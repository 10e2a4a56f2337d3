import { refusal } from '@common-table/shared/contract/refusals'
import type { Neighbour, PlannedHelp } from '@common-table/shared/duplication/schemas'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import { neighboursOf } from './find.ts'

/**
 * Refuses help that may double what is there, unless somebody says why it is wanted all the same (domain D7). The refusal
 * carries what is there, so that a person can join it, look where help is missing, or justify. Answers what the
 * justification is about, to be recorded with the entry.
 */
export const refuseDuplicates = async (
  db: Db,
  planned: PlannedHelp,
  justification: string | undefined,
): Promise<Neighbour[]> => {
  const found = await neighboursOf(db, null, planned)
  const { duplicates } = found
  if (duplicates.length === 0 || justification?.trim()) return duplicates
  const named = duplicates
    .slice(0, 3)
    .map(({ name, organization, school }) => `${name} (${organization.name}, ${school.name})`)
  throw refusal('may-duplicate', {
    detail: `This may double help that is there: ${named.join('; ')}. Join it, look where help is missing, or say why both are wanted.`,
    current: { duplicates: duplicates.slice(0, 20), others: found.others.slice(0, 20) },
  })
}

const note =
  statement(`insert into partnership_events (district_id, organization_id, partnership_id, kind, body, author_id, author_name)
  values (app_district(), $1, $2, 'overlap', $3, $4, $5)`)

/** Keeps why help was entered beside help that looks the same: on the timeline of whoever gives it. */
export const recordJustification = async (
  db: Db,
  of: { organizationId: string } | { partnershipId: string },
  beside: readonly Neighbour[],
  justification: string | undefined,
  author: { kind: string; id: string | null; name: string },
): Promise<void> => {
  const because = justification?.trim()
  if (beside.length === 0 || !because) return
  const named = beside
    .slice(0, 5)
    .map(({ name, organization, school }) => `${name} (${organization.name}, ${school.name})`)
  await db.run(note, [
    'organizationId' in of ? of.organizationId : null,
    'partnershipId' in of ? of.partnershipId : null,
    `${because}\n↔ ${named.join('; ')}`,
    author.kind === 'user' ? author.id : null,
    author.name,
  ])
}
