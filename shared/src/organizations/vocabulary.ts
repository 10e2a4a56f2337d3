import { geographicLevels as levelTerms } from '../vocabulary/geographic-levels.ts'
import { organizationTypes as typeTerms } from '../vocabulary/organization-types.ts'
import { codesOf } from '../vocabulary/terms.ts'

export type { GeographicLevel } from '../vocabulary/geographic-levels.ts'
export type { OrganizationType } from '../vocabulary/organization-types.ts'

/** Who helps schools, by the vocabulary of the field. */
export const organizationTypes = codesOf(typeTerms)

/** `prospect`: worth talking to, nothing agreed yet (D10). */
export const organizationStatuses = ['prospect', 'active', 'inactive'] as const
export type OrganizationStatus = (typeof organizationStatuses)[number]

/** How far an organisation reaches (C8). */
export const geographicLevels = codesOf(levelTerms)

/** In and out of school (A6, D17). */
export const settings = [
  'in_school',
  'after_school',
  'weekend',
  'summer',
  'community_site',
  'virtual',
] as const
export type Setting = (typeof settings)[number]

export const audiences = ['students', 'families', 'staff'] as const
export type Audience = (typeof audiences)[number]

/** HSDS 3.1 `service.status`, word for word. */
export const serviceStatuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const
export type ServiceStatus = (typeof serviceStatuses)[number]

export const siteStatuses = ['active', 'paused', 'ended'] as const
export type SiteStatus = (typeof siteStatuses)[number]

/** HSDS 3.1 `location.location_type`, word for word. */
export const locationTypes = ['physical', 'postal', 'virtual'] as const
export type LocationType = (typeof locationTypes)[number]

/** RFC 5545 day names, as HSDS `schedule.byday` has them; the week begins on Monday. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]
