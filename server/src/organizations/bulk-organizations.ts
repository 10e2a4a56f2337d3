import type { CapacityUnit } from '@common-table/shared/catalog/capacity-units'
import type {
  Audience,
  GeographicLevel,
  OrganizationType,
  Setting,
} from '@common-table/shared/organizations/vocabulary'
import { upsertBy } from './upsert.ts'

export interface OrganizationRow {
  externalKey: string
  name: string
  alternateName?: string
  type?: OrganizationType
  status?: 'prospect' | 'active' | 'inactive'
  geographicLevel?: GeographicLevel
  description?: string
  website?: string
  email?: string
  /** E.164, as shared/src/imports/normalise-phone.ts reads it. */
  phone?: string
  phoneExtension?: string
  /** `12-3456789`. */
  ein?: string
  languages?: string[]
  source?: string
}

/** Organisations by external key. At most a few thousand rows a call. */
export const upsertOrganizations = upsertBy<OrganizationRow>('organizations', [
  ['name', 'name', 'text', 'null'],
  ['alternateName', 'alternate_name', 'text', "''"],
  ['type', 'type', 'text', "'nonprofit'"],
  ['status', 'status', 'text', "'active'"],
  ['geographicLevel', 'geographic_level', 'text', 'null'],
  ['description', 'description', 'text', "''"],
  ['website', 'website', 'text', "''"],
  ['email', 'email', 'text', "''"],
  ['phone', 'phone', 'text', "''"],
  ['phoneExtension', 'phone_extension', 'text', "''"],
  ['ein', 'ein', 'text', 'null'],
  ['languages', 'languages', 'text[]', "'{}'"],
  ['source', 'source', 'text', "''"],
])

export interface LocationRow {
  externalKey: string
  organizationId: string
  name?: string
  locationType?: 'physical' | 'postal' | 'virtual'
  address?: string
  city?: string
  state?: string
  postalCode?: string
  country?: string
  latitude?: number
  longitude?: number
}

/** Places of organisations that are not schools. */
export const upsertLocations = upsertBy<LocationRow>('locations', [
  ['organizationId', 'organization_id', 'uuid', 'null'],
  ['name', 'name', 'text', "''"],
  ['locationType', 'location_type', 'text', "'physical'"],
  ['address', 'address', 'text', "''"],
  ['city', 'city', 'text', "''"],
  ['state', 'state', 'text', "''"],
  ['postalCode', 'postal_code', 'text', "''"],
  ['country', 'country', 'text', "'US'"],
  ['latitude', 'latitude', 'double precision', 'null'],
  ['longitude', 'longitude', 'double precision', 'null'],
])

export interface ServiceRow {
  externalKey: string
  organizationId: string
  categoryId: string
  name: string
  program?: string
  description?: string
  alsoCategoryIds?: string[]
  tier?: number
  setting?: Setting
  audience?: Audience
  grades?: string[]
  languages?: string[]
  capacityUnit?: CapacityUnit
  status?: 'active' | 'inactive' | 'defunct' | 'temporarily closed'
  website?: string
  fees?: string
  eligibility?: string
  minimumAge?: number
  maximumAge?: number
  source?: string
}

/** Services of organisations; refer to the organisation by the id that `upsertOrganizations` answered. */
export const upsertServices = upsertBy<ServiceRow>('services', [
  ['organizationId', 'organization_id', 'uuid', 'null'],
  ['categoryId', 'category_id', 'uuid', 'null'],
  ['name', 'name', 'text', 'null'],
  ['program', 'program', 'text', "''"],
  ['description', 'description', 'text', "''"],
  ['alsoCategoryIds', 'also_category_ids', 'uuid[]', "'{}'"],
  ['tier', 'tier', 'smallint', '1'],
  ['setting', 'setting', 'text', "'in_school'"],
  ['audience', 'audience', 'text', "'students'"],
  ['grades', 'grades', 'text[]', "'{}'"],
  ['languages', 'languages', 'text[]', "'{}'"],
  ['capacityUnit', 'capacity_unit', 'text', "'students'"],
  ['status', 'status', 'text', "'active'"],
  ['website', 'website', 'text', "''"],
  ['fees', 'fees', 'text', "''"],
  ['eligibility', 'eligibility', 'text', "''"],
  ['minimumAge', 'minimum_age', 'smallint', 'null'],
  ['maximumAge', 'maximum_age', 'smallint', 'null'],
  ['source', 'source', 'text', "''"],
])
