/** Who helps schools. Sources: domain vocabulary A15 (public and private), C4 (own programmes), C7 (groups), D3. */
export const organizationTypes = [
  'nonprofit',
  'business',
  'higher_ed',
  'government',
  'health',
  'faith',
  'grassroots',
  'philanthropy',
  'law_enforcement',
  'juvenile_justice',
  'civic',
  'family_org',
  'student_org',
  'teacher_org',
  'advisory_group',
  'individual_expert',
  'district_program',
] as const
export type OrganizationType = (typeof organizationTypes)[number]

/** `prospect`: worth talking to, nothing agreed yet (D10). */
export const organizationStatuses = ['prospect', 'active', 'inactive'] as const
export type OrganizationStatus = (typeof organizationStatuses)[number]

/** How far an organisation reaches (C8). */
export const geographicLevels = ['neighborhood', 'local', 'state', 'national'] as const
export type GeographicLevel = (typeof geographicLevels)[number]

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
