import type { Call } from '@common-table/shared/contract/caller'
import { continuityContract } from '@common-table/shared/continuity/contract'
import { placesContract } from '@common-table/shared/organizations/places-contract'

const seconds = [
  'Marisol Quintero',
  'Elijah Warren',
  'Hana Kobayashi',
  'Dmitri Volkov',
  'Grace Adeyemi',
  'Tomás Herrera',
  'Ingrid Solberg',
  'Kwame Boateng',
] as const

/** Lead and backup of both sides, as a partnership needs before it goes to work, and a liaison at the first school. */
export const nameHolders = async (
  call: Call,
  partnershipId: string,
  organizationId: string,
  at: number,
): Promise<number> => {
  const params = { partnershipId }
  let holders = await call(continuityContract.getHolders, { params })
  if (holders.contacts.length < 2) {
    const name = seconds[at % seconds.length]!
    const email = `${name
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/[^a-z ]/g, '')
      .replaceAll(' ', '.')}@partner-${at}.example`
    await call(placesContract.addContact, { params: { organizationId }, body: { name, email } })
    holders = await call(continuityContract.getHolders, { params })
  }
  const lead = holders.lead ?? holders.people[0]
  const others = holders.people.filter(({ id }) => id !== lead?.id)
  const [first, second] = holders.contacts
  const [school] = holders.schools
  const changed = await call(continuityContract.changeHolders, {
    params,
    body: {
      leadUserId: lead?.id ?? null,
      backupUserId: others[at % others.length]?.id ?? null,
      partnerLeadId: first?.id ?? null,
      partnerBackupId: second?.id ?? null,
      ...(school &&
        at % 3 !== 2 && { liaisons: [{ schoolId: school.id, userId: others.at(-1)?.id ?? null }] }),
    },
    ifMatch: holders.version,
  })
  return changed.version
}
