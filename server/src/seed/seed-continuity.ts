import { addDays } from '@common-table/shared/calendar/dates'
import { continuityContract } from '@common-table/shared/continuity/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import type { Seed } from './seeds.ts'

/** Someone at a partner leaves: the second person takes over, with a handover pack, letters and an open task. */
export const seedContinuity: Seed = async ({ call, today }) => {
  const { items: known } = await call(continuityContract.listDepartures, { query: { limit: 1 } })
  if (known.length > 0) return
  const { items } = await call(partnershipsContract.listPartnerships, {
    query: { stage: ['active'], limit: 20 },
  })
  for (const { id: partnershipId } of items) {
    const { partnerLead, partnerBackup } = await call(continuityContract.getHolders, {
      params: { partnershipId },
    })
    if (!partnerLead || !partnerBackup) continue
    const { items: held } = await call(continuityContract.getHoldings, {
      query: { contactId: partnerLead.id },
    })
    await call(continuityContract.recordDeparture, {
      body: {
        personKind: 'contact',
        personId: partnerLead.id,
        lastDay: addDays(today, 12),
        note: 'Keys to the cupboard are at the front office. The first Tuesday of the month is inventory day.',
        moves: held.map(({ partnership, role }) => ({
          partnershipId: partnership.id,
          role,
          toId: partnerBackup.id,
        })),
      },
    })
    return
  }
}
