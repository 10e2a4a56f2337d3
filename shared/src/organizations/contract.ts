import { defineContract } from '../contract/route.ts'
import {
  OrganizationFacets,
  OrganizationFilters,
  OrganizationPage,
  OrganizationQuery,
} from './directory-schemas.ts'
import {
  DuplicateQuestion,
  Duplicates,
  NewOrganization,
  Organization,
  OrganizationChange,
  OrganizationProfile,
} from './schemas.ts'

export const organizationsContract = defineContract({
  listOrganizations: {
    method: 'GET',
    path: '/organizations',
    access: 'organizations:read',
    summary:
      'The directory: organisations by name, service or kind of service, even mistyped, filtered and sorted',
    query: OrganizationQuery,
    response: OrganizationPage,
  },
  countOrganizations: {
    method: 'GET',
    path: '/organizations/facets',
    access: 'organizations:read',
    summary: 'How many organisations every filter would leave',
    query: OrganizationFilters,
    response: OrganizationFacets,
  },
  findDuplicates: {
    method: 'POST',
    path: '/organizations/duplicates',
    access: 'organizations:read',
    summary: 'Organisations that may be the one about to be entered, with the reasons',
    body: DuplicateQuestion,
    response: Duplicates,
    asks: true,
  },
  getOrganization: {
    method: 'GET',
    path: '/organizations/:organizationId',
    access: 'organizations:read',
    summary: 'One organisation with its contacts, places, services, sites and partnerships',
    response: OrganizationProfile,
  },
  addOrganization: {
    method: 'POST',
    path: '/organizations',
    access: 'organizations:write',
    summary: 'Add an organisation',
    body: NewOrganization,
    response: Organization,
  },
  changeOrganization: {
    method: 'PATCH',
    path: '/organizations/:organizationId',
    access: 'organizations:write',
    summary: 'Change an organisation; status inactive or active deactivates and reactivates it',
    body: OrganizationChange,
    response: Organization,
    ifMatch: true,
  },
})
