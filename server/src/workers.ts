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

/** Starts everything that works on jobs in this process, one line per queue. */
export const startWorkers = async (services: Services): Promise<void> => {
  await sendMails(services)
  await workOnImports(services)
  await workOnPublishing(services)
  await workOnCoverage(services)
  await workOnCompliance(services)
  await workOnColdAlerts(services)
  await workOnCheckIns(services)
  await workOnFirstRefusals(services)
  await workOnEndings(services)
  await workOnRounds(services)
  await workOnHelpRequests(services)
  await workOnAgreements(services)
  await workOnPlacements(services)
  await workOnReleases(services)
  await workOnReports(services)
  await workOnActivities(services)
  await workOnMonths(services)
  await workOnToday(services)
}
