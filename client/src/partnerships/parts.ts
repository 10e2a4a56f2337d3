import type { Access } from '@common-table/shared/contract/permission'
import type { Component } from 'vue'
import { ActivitiesPart } from '../activities/index.ts'
import { PeoplePart } from '../continuity/index.ts'
import { ContributionPart } from '../contribution/index.ts'
import { InvestmentPart } from '../investments/index.ts'
import { PartnershipLetters } from '../letters/index.ts'
import { CheckInsPart } from '../meetings/index.ts'
import { LifecyclePart, SitesPart } from '../lifecycle/index.ts'
import { AgreementPart } from '../agreements/index.ts'
import { FiguresPart } from '../outcomes/index.ts'
import { OutlookPart } from '../outlook/index.ts'
import { VisionPart } from '../vision/index.ts'
import { PartnershipStory } from '../timeline/index.ts'

/** A tab of a partnership's page that another feature brings. It gets the record, and whether the reader may change it. */
export interface PartnershipPart {
  /** In the address: `?part=sites`. */
  key: string
  /** A message key of the feature that brings it. */
  label: string
  access: Access
  /** Fetched when it is shown: `export const SitesPart = defineAsyncComponent(…)` in the feature's index.ts. */
  component: Component
}

/** In the order shown, after the overview. A feature adds its own line. */
export const partnershipParts: readonly PartnershipPart[] = [
  { key: 'life', label: 'lifecycle.part', access: 'partnerships:read', component: LifecyclePart },
  { key: 'sites', label: 'lifecycle.sitesPart', access: 'partnerships:read', component: SitesPart },
  { key: 'vision', label: 'vision.tab', access: 'agreements:read', component: VisionPart },
  { key: 'agreements', label: 'agreements.title', access: 'agreements:read', component: AgreementPart },
  { key: 'people', label: 'continuity.part', access: 'partnerships:read', component: PeoplePart },
  { key: 'activities', label: 'activities.part.tab', access: 'activities:read', component: ActivitiesPart },
  { key: 'figures', label: 'outcomes.delivery.part', access: 'metrics:read', component: FiguresPart },
  { key: 'investment', label: 'investments.part', access: 'partnerships:read', component: InvestmentPart },
  { key: 'contribution', label: 'contribution.part', access: 'metrics:read', component: ContributionPart },
  { key: 'check-ins', label: 'meetings.part.title', access: 'check-ins:read', component: CheckInsPart },
  { key: 'outlook', label: 'outlook.tab', access: 'partnerships:read', component: OutlookPart },
  { key: 'timeline', label: 'timeline.tab', access: 'check-ins:read', component: PartnershipStory },
  { key: 'letters', label: 'letters.part', access: 'letters:write', component: PartnershipLetters },
]
