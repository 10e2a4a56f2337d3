import type { NewOrganization } from '@common-table/shared/organizations/schemas'
import type { OrganizationType, Setting } from '@common-table/shared/organizations/vocabulary'

/** A service: its name, kind of help, when and where, how many schools it is at, and places at each. */
export type DemoService = readonly [
  name: string,
  category: string,
  setting: Setting,
  schools: number,
  places: number,
]

export interface DemoOrganization {
  readonly organization: NewOrganization
  readonly contact: string
  readonly services: readonly DemoService[]
}

export const one = (
  name: string,
  type: OrganizationType,
  description: string,
  contact: string,
  services: readonly DemoService[],
  more: Partial<NewOrganization> = {},
): DemoOrganization => ({
  organization: { name, type, description, languages: ['en'], geographicLevel: 'local', ...more },
  contact,
  services,
})

export const spanish = { languages: ['en', 'es'] }
export const trusted = { trustedInCommunity: true, geographicLevel: 'neighborhood' as const }
