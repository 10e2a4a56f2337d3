import { lettersContract } from '@common-table/shared/letters/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import type { Seed } from './seeds.ts'

/** A welcome that went out, and drafts that still wait for something, as they lie on a desk. */
export const seedLetters: Seed = async ({ call }) => {
  const { items: known } = await call(lettersContract.listLetters, { query: { kind: 'welcome', limit: 1 } })
  if (known.length > 0) return
  const { items } = await call(partnershipsContract.listPartnerships, {
    query: { stage: ['active'], limit: 6 },
  })
  for (const [at, { id: partnershipId, organization }] of items.entries()) {
    const kind = (['welcome', 'thank_you', 'renewal'] as const)[at % 3]!
    const letter = await call(lettersContract.composeLetter, {
      body: { kind, organizationId: organization.id, partnershipId },
    })
    if (kind === 'welcome' && letter.missing.length === 0)
      await call(lettersContract.sendLetter, {
        params: { letterId: letter.id },
        body: { how: 'paper' },
        ifMatch: letter.version,
      })
  }
}
