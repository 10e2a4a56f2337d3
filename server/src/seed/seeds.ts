import type { Call } from '@common-table/shared/contract/caller'
import type { Chance } from './chance.ts'
import { seedGoals } from './seed-goals.ts'
import { seedActivities } from './seed-activities.ts'
import { seedLifecycle } from './seed-lifecycle.ts'
import { seedPipeline } from './seed-pipeline.ts'
import { seedOffers } from './seed-offers.ts'
import { seedAgreements } from './seed-agreements.ts'
import { seedOutlook } from './seed-outlook.ts'
import { seedContinuity } from './seed-continuity.ts'
import { seedDecisions } from './seed-decisions.ts'
import { seedLetters } from './seed-letters.ts'
import { seedInvestments } from './seed-investments.ts'
import { seedCompliance } from './seed-compliance.ts'
import { seedMeetings } from './seed-meetings.ts'
import { seedEquity } from './seed-equity.ts'
import { seedContribution } from './seed-contribution.ts'
import { seedReleases } from './seed-releases.ts'
import { seedNeeds } from './needs.ts'
import { seedOrganizations } from './seed-organizations.ts'
import { seedOutcomes } from './seed-outcomes.ts'
import { seedReports } from './seed-reports.ts'
import { seedRequests } from './seed-requests.ts'
import { seedPublicSite } from './seed-public-site.ts'
import { seedToolkit } from './seed-toolkit.ts'
import { seedStories } from './seed-stories.ts'
import { seedPolls } from './seed-polls.ts'
import { seedPlans } from './seed-plans.ts'
import { seedSeats } from './seed-seats.ts'
import { seedTwoSides } from './seed-two-sides.ts'
import { seedPartnerships } from './seed-partnerships.ts'
import { seedSchools } from './seed-schools.ts'

/** What a seed works with: the API as the district's administrator sees it, and chance that repeats itself. */
export interface SeedContext {
  call: Call
  /** The API as the holder of an e-mailed link sees it. */
  holding: (linkToken: string) => Call
  chance: Chance
  /** How many schools the district is to have; other things follow from them. */
  schools: number
  /** A calendar day. */
  today: string
}

/** Adds one feature's fictional records through the API. Repeatable: what is there already stays as it is. */
export type Seed = (context: SeedContext) => Promise<void>

/** In the order records need each other. A feature adds its own line. */
export const seeds: readonly Seed[] = [
  seedSchools,
  seedOrganizations,
  seedPartnerships,
  seedCompliance,
  seedOutcomes,
  seedReleases,
  seedEquity,
  seedNeeds,
  seedInvestments,
  seedMeetings,
  seedLifecycle,
  seedPipeline,
  seedOffers,
  seedAgreements,
  seedOutlook,
  seedContinuity,
  seedLetters,
  seedDecisions,
  seedTwoSides,
  seedPlans,
  seedRequests,
  seedSeats,
  seedActivities,
  seedGoals,
  seedPolls,
  seedStories,
  seedToolkit,
  seedReports,
  seedPublicSite,
  seedContribution,
  seedReleases,
]
