import { fieldProblem } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'
import { holderRoles, missingRoles, type RequiredRole } from '@common-table/shared/continuity/roles'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import type { Db } from '../db/db.ts'
import { ownerlessItems, requiredPlaces } from './queries.ts'

/** Refuses, with the list, to switch someone off who still holds partnerships; the way out is the change of people. */
export const refuseWhileHolding = async (db: Db, userId: string): Promise<void> => {
  const items = await ownerlessItems(db, userId)
  if (items.length > 0)
    throw refusal('still-holds', { current: { link: `/people-changes?user=${userId}`, items } })
}

const fieldOf: Readonly<Record<RequiredRole, string>> = {
  lead: 'leadUserId',
  backup: 'backupUserId',
  partner_lead: 'partnerLeadId',
  partner_backup: 'partnerBackupId',
}

/** Refuses to begin the work of a partnership before both sides have a lead and a backup (domain E3). */
export const refuseWithoutHolders = async (db: Db, partnershipId: string): Promise<void> => {
  const places = await requiredPlaces(db, partnershipId)
  const missing = places ? missingRoles(places) : []
  if (missing.length > 0)
    throw refusal('needs-holders', {
      fields: missing.map((role) => ({
        field: fieldOf[role],
        rule: 'required' as const,
        message: `${nameOf(holderRoles, role, 'en')}: nobody is named yet.`,
      })),
      current: { link: `/partnerships/${partnershipId}?part=people` },
    })
}

/** A partnership at work keeps its leads: they can be other people, and never nobody. */
export const refuseLeadless = (
  before: { lead?: unknown; partnerLead?: unknown },
  change: { leadUserId?: string | null; partnerLeadId?: string | null },
): void => {
  for (const [field, named] of [
    ['leadUserId', before.lead],
    ['partnerLeadId', before.partnerLead],
  ] as const)
    if (named && change[field] === null)
      throw fieldProblem(field, 'A partnership at work keeps a lead. Choose another person.', 'required')
}
