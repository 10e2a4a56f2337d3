import type { Services } from './http/services.ts'
import { sendMails } from './mail/send-mails.ts'
import { workOnImports } from './imports/work-on-imports.ts'
import { workOnActivities } from './activities/upkeep.ts'
import { workOnAgreements } from './agreements/index.ts'
import { workOnCompliance } from './compliance/index.ts'
import { workOnCoverage } from './needs/index.ts'
import { workOnCheckIns } from './meetings/index.ts'
import { workOnEndings } from './lifecycle/index.ts'
import { workOnFirstRefusals } from './offers/index.ts'
import { workOnColdAlerts } from './pipeline/index.ts'
import { workOnHelpRequests } from './requests/upkeep.ts'
import { workOnRounds } from './rounds/upkeep.ts'
import { workOnPublishing } from './outcomes/index.ts'
import { workOnPlacements } from './placement/index.ts'
import { workOnReleases } from './releases/index.ts'
import { workOnMonths } from './reports/monthly.ts'
import { workOnReports } from './reports/make-report.ts'
import { workOnToday } from './today/upkeep.ts'

/** Everything that works on jobs in this process, one line per queue. */
const workers = [
  sendMails,
  workOnImports,
  workOnPublishing,
  workOnCoverage,
  workOnCompliance,
  workOnColdAlerts,
  workOnCheckIns,
  workOnFirstRefusals,
  workOnEndings,
  workOnRounds,
  workOnHelpRequests,
  workOnAgreements,
  workOnPlacements,
  workOnReleases,
  workOnReports,
  workOnActivities,
  workOnMonths,
  workOnToday,
]

/** Starts them beside each other: each asks the database for its own queue and its own hours. */
export const startWorkers = async (services: Services): Promise<void> => {
  await Promise.all(workers.map((work) => work(services)))
}
