import { defineContract } from '../contract/route.ts'
import { PublicListing, PublicListingChange, PublicSite } from './schemas.ts'

/** What the district shows to everybody. The public pages themselves are HTML below /public. */
export const publicSiteContract = defineContract({
  getPublicSite: {
    method: 'GET',
    path: '/public-site',
    access: 'organizations:read',
    summary: 'Where the public pages are, and how much they show',
    response: PublicSite,
  },
  listPartnersInForce: {
    method: 'POST',
    path: '/public-site/partners',
    access: 'district:write',
    summary:
      'Put every partner with a partnership in force into the public directory, with its name and services and no contact',
    response: PublicSite,
  },
  getPublicListing: {
    method: 'GET',
    path: '/organizations/:organizationId/public-listing',
    access: 'organizations:read',
    summary: 'What anybody may know of a partner',
    response: PublicListing,
  },
  changePublicListing: {
    method: 'PUT',
    path: '/organizations/:organizationId/public-listing',
    access: 'organizations:write',
    summary: 'Say what anybody may know of a partner: description, contact, languages and which services',
    body: PublicListingChange,
    response: PublicListing,
  },
})
