import type { contracts } from '@common-table/shared/contracts'
import type { Handlers } from './http/mount.ts'
import { boardsHandlers } from './boards/handlers.ts'
import { partnerBoardsHandlers } from './boards/partner-handlers.ts'
import { searchHandlers } from './search/handlers.ts'
import { partnershipsHandlers } from './partnerships/handlers.ts'
import { lifecycleHandlers } from './lifecycle/handlers.ts'
import { rolloverHandlers } from './lifecycle/rollover-handlers.ts'
import { connectionsHandlers } from './pipeline/connections-handlers.ts'
import { duplicationHandlers } from './duplication/handlers.ts'
import { offerDeskHandlers } from './offers/handlers.ts'
import { offersHandlers } from './pipeline/offers-handlers.ts'
import { prospectsHandlers } from './pipeline/prospects-handlers.ts'
import { mergeHandlers } from './organizations/merge-handlers.ts'
import { districtHandlers } from './district/handlers.ts'
import { calendarHandlers } from './calendar/handlers.ts'
import { catalogHandlers } from './catalog/handlers.ts'
import { prioritiesHandlers } from './priorities/handlers.ts'
import { schoolsHandlers } from './schools/handlers.ts'
import { organizationsHandlers } from './organizations/handlers.ts'
import { placesHandlers } from './organizations/places-handlers.ts'
import { servicesHandlers } from './organizations/services-handlers.ts'
import { accountHandlers } from './people/account-handlers.ts'
import { factorHandlers } from './people/factor-handlers.ts'
import { linksHandlers } from './people/links-handlers.ts'
import { complianceHandlers } from './compliance/handlers.ts'
import { partnerLinksHandlers } from './links/handlers.ts'
import { signInHandlers } from './people/sign-in-handlers.ts'
import { usersHandlers } from './people/users-handlers.ts'
import { mailHandlers } from './mail/handlers.ts'
import { viewsHandlers } from './views/handlers.ts'
import { notificationsHandlers } from './notifications/handlers.ts'
import { needsHandlers } from './needs/handlers.ts'
import { gapBoardHandlers } from './needs/board-handlers.ts'
import { auditHandlers } from './audit/handlers.ts'
import { clientsHandlers } from './clients/handlers.ts'
import { importsHandlers } from './imports/handlers.ts'
import { reviewHandlers } from './imports/review-handlers.ts'
import { explorerHandlers } from './outcomes/explore-handlers.ts'
import { deliveryHandlers } from './outcomes/delivery-handlers.ts'
import { outcomesHandlers } from './outcomes/handlers.ts'
import { metricsHandlers } from './outcomes/metrics-handlers.ts'
import { visionHandlers } from './vision/handlers.ts'
import { partnerVisionHandlers } from './vision/partner-handlers.ts'
import { agreementsHandlers } from './agreements/handlers.ts'
import { agreementSectionsHandlers } from './agreements/sections-handlers.ts'
import { agreementStagesHandlers } from './agreements/stages-handlers.ts'
import { agreementDocumentsHandlers } from './agreements/documents-handlers.ts'
import { partnerAgreementHandlers } from './agreements/partner-handlers.ts'
import { calendarFeedsHandlers } from './meetings/feeds-handlers.ts'
import { checkInsHandlers } from './meetings/handlers.ts'
import { councilsHandlers } from './meetings/councils-handlers.ts'
import { partnerCheckInHandlers } from './meetings/partner-handlers.ts'
import { obligationsHandlers } from './obligations/handlers.ts'
import { outlookHandlers } from './outlook/handlers.ts'
import { continuityHandlers } from './continuity/handlers.ts'
import { lettersHandlers } from './letters/handlers.ts'
import { letterTemplatesHandlers } from './letters/templates-handlers.ts'
import { decisionsHandlers } from './decisions/handlers.ts'
import { investmentsHandlers } from './investments/handlers.ts'
import { partnerHoursHandlers } from './investments/partner-handlers.ts'
import { equityHandlers } from './equity/handlers.ts'
import { mapsHandlers } from './maps/handlers.ts'
import { networkHandlers } from './network/handlers.ts'
import { whatIfHandlers } from './what-if/handlers.ts'
import { censusHandlers } from './rounds/census-handlers.ts'
import { barriersHandlers } from './barriers/handlers.ts'
import { plansHandlers } from './plans/handlers.ts'
import { reconciliationHandlers } from './reconciliation/handlers.ts'
import { helpRequestsHandlers } from './requests/handlers.ts'
import { deliveryPollsHandlers } from './polls/handlers.ts'
import { roundsHandlers } from './rounds/handlers.ts'
import { snapshotHandlers } from './rounds/snapshot-handlers.ts'
import { placementHandlers } from './placement/handlers.ts'
import { activitiesHandlers } from './activities/handlers.ts'
import { seriesHandlers } from './activities/series-handlers.ts'
import { goalsHandlers } from './goals/handlers.ts'
import { partnerActivitiesHandlers } from './activities/partner-handlers.ts'
import { disclosureHandlers } from './disclosure/handlers.ts'
import { contributionHandlers } from './contribution/handlers.ts'
import { releasesHandlers } from './releases/handlers.ts'
import { reportsHandlers } from './reports/handlers.ts'
import { figuresHandlers } from './figures/handlers.ts'
import { seatsHandlers } from './seats/handlers.ts'
import { employerSeatsHandlers } from './seats/employer-handlers.ts'
import { timelineHandlers } from './timeline/handlers.ts'
import { todayHandlers } from './today/handlers.ts'
import { objectivesHandlers } from './outcomes/objectives-handlers.ts'
import { publicSiteHandlers } from './site/handlers.ts'
import { storiesHandlers } from './stories/handlers.ts'
import { targetsHandlers } from './outcomes/targets-handlers.ts'
import { toolkitHandlers } from './toolkit/handlers.ts'

/** One entry per contract; the compiler names the one you forgot. */
export const handlers: {
  readonly [Feature in keyof typeof contracts]: Handlers<(typeof contracts)[Feature]>
} = {
  district: districtHandlers,
  calendar: calendarHandlers,
  priorities: prioritiesHandlers,
  catalog: catalogHandlers,
  schools: schoolsHandlers,
  partnerships: partnershipsHandlers,
  continuity: continuityHandlers,
  letters: lettersHandlers,
  letterTemplates: letterTemplatesHandlers,
  decisions: decisionsHandlers,
  investments: investmentsHandlers,
  partnerHours: partnerHoursHandlers,
  vision: visionHandlers,
  partnerVision: partnerVisionHandlers,
  lifecycle: lifecycleHandlers,
  rollover: rolloverHandlers,
  prospects: prospectsHandlers,
  connections: connectionsHandlers,
  offers: offersHandlers,
  offerDesk: offerDeskHandlers,
  duplication: duplicationHandlers,
  merge: mergeHandlers,
  agreements: agreementsHandlers,
  agreementSections: agreementSectionsHandlers,
  agreementStages: agreementStagesHandlers,
  agreementDocuments: agreementDocumentsHandlers,
  partnerAgreement: partnerAgreementHandlers,
  obligations: obligationsHandlers,
  checkIns: checkInsHandlers,
  partnerCheckIn: partnerCheckInHandlers,
  councils: councilsHandlers,
  calendarFeeds: calendarFeedsHandlers,
  outlook: outlookHandlers,
  search: searchHandlers,
  needs: needsHandlers,
  gapBoard: gapBoardHandlers,
  organizations: organizationsHandlers,
  places: placesHandlers,
  services: servicesHandlers,
  signIn: signInHandlers,
  account: accountHandlers,
  factor: factorHandlers,
  links: linksHandlers,
  partnerLinks: partnerLinksHandlers,
  compliance: complianceHandlers,
  users: usersHandlers,
  mail: mailHandlers,
  clients: clientsHandlers,
  audit: auditHandlers,
  notifications: notificationsHandlers,
  views: viewsHandlers,
  imports: importsHandlers,
  review: reviewHandlers,
  delivery: deliveryHandlers,
  outcomes: outcomesHandlers,
  explorer: explorerHandlers,
  metrics: metricsHandlers,
  equity: equityHandlers,
  placement: placementHandlers,
  reports: reportsHandlers,
  figures: figuresHandlers,
  whatIf: whatIfHandlers,
  maps: mapsHandlers,
  network: networkHandlers,
  targets: targetsHandlers,
  objectives: objectivesHandlers,
  rounds: roundsHandlers,
  snapshot: snapshotHandlers,
  census: censusHandlers,
  helpRequests: helpRequestsHandlers,
  deliveryPolls: deliveryPollsHandlers,
  plans: plansHandlers,
  barriers: barriersHandlers,
  reconciliation: reconciliationHandlers,
  goals: goalsHandlers,
  activities: activitiesHandlers,
  activitySeries: seriesHandlers,
  partnerActivities: partnerActivitiesHandlers,
  disclosure: disclosureHandlers,
  contribution: contributionHandlers,
  releases: releasesHandlers,
  seats: seatsHandlers,
  employerSeats: employerSeatsHandlers,
  timeline: timelineHandlers,
  toolkit: toolkitHandlers,
  today: todayHandlers,
  stories: storiesHandlers,
  publicSite: publicSiteHandlers,
  boards: boardsHandlers,
  partnerBoards: partnerBoardsHandlers,
}
