import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { publicSiteContract } from '@common-table/shared/site/contract'
import type { PublicListing } from '@common-table/shared/site/schemas'
import { json } from '../http/answers.ts'
import type { Handlers } from '../http/mount.ts'
import { listInForce, listingOf, putListing, siteStanding } from './listing-queries.ts'

export const publicSiteHandlers: Handlers<typeof publicSiteContract> = {
  getPublicSite: async ({ db }) => json(await siteStanding(db)),

  listPartnersInForce: async ({ db }) => {
    await listInForce(db)
    return json(await siteStanding(db))
  },

  getPublicListing: async ({ db, params }) =>
    json((await listingOf(db, params.organizationId)) ?? notFound('organization')),

  changePublicListing: async ({ db, params: { organizationId }, body }) => {
    const listing = (await listingOf(db, organizationId)) ?? notFound('organization')
    const known = new Set((JSON.parse(listing) as PublicListing).services.map(({ id }) => id))
    if (body.serviceIds.some((id) => !known.has(id)))
      throw fieldProblem('serviceIds', 'Choose services that this organization offers now.', 'reference')
    await putListing(db, organizationId, body)
    return json((await listingOf(db, organizationId))!) // it was there a moment ago
  },
}
