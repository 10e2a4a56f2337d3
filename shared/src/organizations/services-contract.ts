import { defineContract } from '../contract/route.ts'
import {
  NewService,
  NewServiceSite,
  Service,
  ServiceChange,
  ServiceSite,
  ServiceSiteChange,
} from './service-schemas.ts'

const access = 'organizations:write'

/** What organisations offer, and where. Read with the organisation's profile, or one by one. */
export const servicesContract = defineContract({
  getService: {
    method: 'GET',
    path: '/services/:serviceId',
    access: 'organizations:read',
    summary: 'One service with its schedule and sites',
    response: Service,
  },
  addService: {
    method: 'POST',
    path: '/organizations/:organizationId/services',
    access,
    summary: 'Add a service to an organisation',
    body: NewService,
    response: Service,
  },
  changeService: {
    method: 'PATCH',
    path: '/services/:serviceId',
    access,
    summary: 'Change a service; schedules that are given replace those it has',
    body: ServiceChange,
    response: Service,
    ifMatch: true,
  },
  removeService: {
    method: 'DELETE',
    path: '/services/:serviceId',
    access,
    summary: 'Remove a service entered by mistake, with its sites; one that ended is set to defunct instead',
  },
  addServiceSite: {
    method: 'POST',
    path: '/services/:serviceId/sites',
    access,
    summary: 'Say that a service is at a school, at a place of the organisation, or at a named site',
    body: NewServiceSite,
    response: ServiceSite,
  },
  changeServiceSite: {
    method: 'PATCH',
    path: '/service-sites/:siteId',
    access,
    summary:
      'Change a site: capacity, students served, schedule, pause or end; schedules that are given replace those it has',
    body: ServiceSiteChange,
    response: ServiceSite,
    ifMatch: true,
  },
  verifyServiceSite: {
    method: 'POST',
    path: '/service-sites/:siteId/verification',
    access,
    summary: 'Confirm today that the capacity of a site is true',
    response: ServiceSite,
    ifMatch: true,
  },
  removeServiceSite: {
    method: 'DELETE',
    path: '/service-sites/:siteId',
    access,
    summary: 'Remove a site entered by mistake; one that closed is set to ended instead',
  },
})
