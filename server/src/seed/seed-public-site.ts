import { districtContract } from '@common-table/shared/district/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { publicSiteContract } from '@common-table/shared/site/contract'
import type { Seed } from './seeds.ts'

/** The public pages are open: partners in force are listed, and three say how to reach them. */
export const seedPublicSite: Seed = async ({ call }) => {
  const { publicSlug, version } = await call(districtContract.getDistrict)
  if (publicSlug !== null) return
  await call(districtContract.changeDistrict, {
    ifMatch: version,
    body: { publicSite: true, publicSlug: 'riverbend', publicResults: true },
  })
  await call(publicSiteContract.listPartnersInForce)
  const { items } = await call(organizationsContract.listOrganizations, { query: { limit: 40 } })
  let reachable = 0
  for (const { id: organizationId, name } of items) {
    const params = { organizationId }
    const {
      services,
      publicPath: _,
      ...listing
    } = await call(publicSiteContract.getPublicListing, { params })
    if (!listing.listed || reachable === 3) continue
    const word = name.toLowerCase().replaceAll(/[^a-z]+/g, '')
    await call(publicSiteContract.changePublicListing, {
      params,
      body: {
        ...listing,
        contactName: 'Front desk',
        email: `hello@${word}.example`,
        phone: `555-01${String(10 + reachable)}`,
        website: `https://${word}.example`,
        serviceIds: services.filter(({ shown }) => shown).map(({ id }) => id),
      },
    })
    reachable++
  }
}
