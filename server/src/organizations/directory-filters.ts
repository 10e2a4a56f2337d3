import type { OrganizationFilters } from '@common-table/shared/organizations/directory-schemas'

/** The conditions on one service, in the order they are given to PostgreSQL as one JSON value. */
export interface OfferFilter {
  categories?: string[]
  groups?: string[]
  settings?: string[]
  grades?: string[]
  tiers?: string[]
  schools?: string[]
  capacity?: true
}

const filled = <T>(values: readonly T[] | undefined): string[] | undefined =>
  values && values.length > 0 ? values.map(String) : undefined

/** Filters about services as one value, because they must be true of the same service; undefined when there is none. */
export const offerFilterOf = (filters: OrganizationFilters): OfferFilter | undefined => {
  const wanted = {
    categories: filled(filters.categoryId),
    groups: filled(filters.categoryGroup),
    settings: filled(filters.setting),
    grades: filled(filters.grade),
    tiers: filled(filters.tier),
    schools: filled(filters.schoolId),
    ...(filters.hasCapacity && { capacity: true as const }),
  }
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined)
  return given.length > 0 ? (Object.fromEntries(given) as OfferFilter) : undefined
}

/** `value` is a JSON parameter. The lists are read out of it once per statement, not once per row. */
const listOf = (value: string, name: string, type = 'text'): string =>
  `array(select jsonb_array_elements_text(${value}::jsonb -> '${name}')::${type})`
const absent = (value: string, name: string): string => `(${value}::jsonb -> '${name}') is null`

/** A site at one of the wanted schools, with verified places left when that is wanted (domain 5, gap board). */
export const siteMatches = (service: string, value: string, capacityWanted: string): string => `exists (
  select from service_sites t where t.district_id = app_district() and t.service_id = ${service}.id and t.status <> 'ended'
    and (${absent(value, 'schools')} or t.school_id = any (${listOf(value, 'schools', 'uuid')}))
    and (not (${capacityWanted}) or (t.status = 'active' and t.capacity_available > 0
      and t.verified_on >= current_date - (select capacity_fresh_days from districts where id = app_district()))))`

export const capacityAsked = (value: string): string => `(${value}::jsonb -> 'capacity') is not null`

/** SQL of each condition over a service `s`. */
export const offerConditions = (s: string, value: string) => ({
  category: `(${absent(value, 'categories')} or ${s}.category_id = any (${listOf(value, 'categories', 'uuid')})
    or ${s}.also_category_ids && ${listOf(value, 'categories', 'uuid')})`,
  group: `(${absent(value, 'groups')} or ${s}.category_id = any (array(select c.id from categories c
    where c.district_id = app_district() and c.group_code = any (${listOf(value, 'groups')}))))`,
  setting: `(${absent(value, 'settings')} or ${s}.setting = any (${listOf(value, 'settings')}))`,
  grade: `(${absent(value, 'grades')} or ${s}.grades && ${listOf(value, 'grades')})`,
  tier: `(${absent(value, 'tiers')} or ${s}.tier = any (${listOf(value, 'tiers', 'smallint')}))`,
  site: `((${absent(value, 'schools')} and not (${capacityAsked(value)})) or ${siteMatches(s, value, capacityAsked(value))})`,
})

/** Offered now: a service that is over is no reason to find an organisation. */
export const offeredNow = (s: string): string => `${s}.status in ('active', 'temporarily closed')`
