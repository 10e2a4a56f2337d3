import type { Access } from '@common-table/shared/contract/permission'
import type { Component } from 'vue'
import { OrganizationFidelity } from '../activities/index.ts'
import { OrganizationLetters } from '../letters/index.ts'
import { OrganizationInvestment } from '../investments/index.ts'
import { TiesPart, TouchesPart } from '../pipeline/index.ts'
import { OrganizationOutlook } from '../outlook/index.ts'
import { OrganizationSeats } from '../seats/index.ts'
import { PublicListingPart } from '../site/index.ts'
import { OrganizationStory } from '../timeline/index.ts'

/** A tab of an organization's page that another feature brings. It gets the record, and whether the reader may change it. */
export interface OrganizationPart {
  /** In the address: `?part=touches`. */
  key: string
  /** A message key of the feature that brings it. */
  label: string
  access: Access
  /** Fetched when it is shown: `export const TouchesPart = defineAsyncComponent(…)` in the feature's index.ts. */
  component: Component
}

/** In the order shown, after the organization's own. A feature adds its own line. */
export const organizationParts: readonly OrganizationPart[] = [
  { key: 'ties', label: 'pipeline.ties.tab', access: 'pipeline:read', component: TiesPart },
  { key: 'touches', label: 'pipeline.touches.tab', access: 'pipeline:read', component: TouchesPart },
  {
    key: 'investment',
    label: 'investments.part',
    access: 'partnerships:read',
    component: OrganizationInvestment,
  },
  {
    key: 'activities',
    label: 'activities.part.tab',
    access: 'activities:read',
    component: OrganizationFidelity,
  },
  { key: 'seats', label: 'seats.part', access: 'needs:read', component: OrganizationSeats },
  { key: 'outlook', label: 'outlook.tab', access: 'partnerships:read', component: OrganizationOutlook },
  { key: 'timeline', label: 'timeline.tab', access: 'check-ins:read', component: OrganizationStory },
  { key: 'public', label: 'site.part', access: 'organizations:read', component: PublicListingPart },
  { key: 'letters', label: 'letters.part', access: 'letters:write', component: OrganizationLetters },
]
