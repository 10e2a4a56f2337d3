import type { KnownCategory } from '@common-table/shared/imports/kinds/match-category'
import type { OrganizationList } from './organization-list.ts'
import type { OrganizationValues } from './organization-writer.ts'

export interface Place {
  readonly name: string
  readonly area: string
  readonly address: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
  readonly latitude: number | undefined
  readonly longitude: number | undefined
}

export interface GatheredService {
  readonly organizationId: string
  readonly name: string
  readonly categories: Set<KnownCategory>
  readonly types: Set<string>
  readonly grades: Set<string>
  /** Place key → the organisation as the file spells it, in the form spellings agree on. */
  readonly places: Map<string, Set<string>>
}

export interface GatheredSites {
  readonly list: OrganizationList
  readonly organizations: ReadonlyMap<string, OrganizationValues>
  readonly services: ReadonlyMap<string, GatheredService>
  readonly places: ReadonlyMap<string, Place>
}

/** One service at one place, as it is written. */
export interface WrittenSite {
  readonly id: string
  readonly serviceId: string
  readonly organizationId: string
  readonly placeKey: string
  readonly schoolId: string | undefined
}
