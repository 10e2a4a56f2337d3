import { boardsContract } from './boards/contract.ts'
import { partnerBoardsContract } from './boards/partner-contract.ts'
import { searchContract } from './search/contract.ts'
import { lifecycleContract } from './lifecycle/contract.ts'
import { rolloverContract } from './lifecycle/rollover-contract.ts'
import { connectionsContract } from './pipeline/connections-contract.ts'
import { mergeContract } from './organizations/merge-contract.ts'
import { duplicationContract } from './duplication/contract.ts'
import { offerDeskContract } from './offers/contract.ts'
import { offersContract } from './pipeline/offers-contract.ts'
import { prospectsContract } from './pipeline/prospects-contract.ts'
import { partnershipsContract } from './partnerships/contract.ts'
import { districtContract } from './district/contract.ts'
import { calendarContract } from './calendar/contract.ts'
import { catalogContract } from './catalog/contract.ts'
import { prioritiesContract } from './priorities/contract.ts'
import { schoolsContract } from './schools/contract.ts'
import { organizationsContract } from './organizations/contract.ts'
import { placesContract } from './organizations/places-contract.ts'
import { servicesContract } from './organizations/services-contract.ts'
import { accountContract } from './people/account-contract.ts'
import { factorContract } from './people/factor-contract.ts'
import { linksContract } from './people/links-contract.ts'
import { complianceContract } from './compliance/contract.ts'
import { partnerLinksContract } from './links/contract.ts'
import { signInContract } from './people/sign-in-contract.ts'
import { usersContract } from './people/users-contract.ts'
import { mailContract } from './mail/contract.ts'
import { viewsContract } from './views/contract.ts'
import { notificationsContract } from './notifications/contract.ts'
import { auditContract } from './audit/contract.ts'
import { needsContract } from './needs/contract.ts'
import { gapBoardContract } from './needs/board-contract.ts'
import { clientsContract } from './clients/contract.ts'
import { importsContract, reviewContract } from './imports/contract.ts'
import { deliveryContract } from './outcomes/delivery-contract.ts'
import { outcomesContract } from './outcomes/contract.ts'
import { explorerContract } from './outcomes/explorer-contract.ts'
import { metricsContract } from './outcomes/metrics-contract.ts'
import { visionContract } from './vision/contract.ts'
import { partnerVisionContract } from './vision/partner-contract.ts'
import { agreementsContract } from './agreements/contract.ts'
import { agreementSectionsContract } from './agreements/sections-contract.ts'
import { agreementStagesContract } from './agreements/stages-contract.ts'
import { agreementDocumentsContract } from './agreements/documents-contract.ts'
import { partnerAgreementContract } from './agreements/partner-contract.ts'
import { calendarFeedsContract } from './meetings/feeds-contract.ts'
import { checkInsContract } from './meetings/check-ins-contract.ts'
import { councilsContract } from './meetings/councils-contract.ts'
import { partnerCheckInContract } from './meetings/partner-contract.ts'
import { obligationsContract } from './obligations/contract.ts'
import { outlookContract } from './outlook/contract.ts'
import { continuityContract } from './continuity/contract.ts'
import { lettersContract } from './letters/contract.ts'
import { letterTemplatesContract } from './letters/templates-contract.ts'
import { decisionsContract } from './decisions/contract.ts'
import { investmentsContract } from './investments/contract.ts'
import { partnerHoursContract } from './investments/partner-contract.ts'
import { equityContract } from './equity/contract.ts'
import { mapsContract } from './maps/contract.ts'
import { networkContract } from './network/contract.ts'
import { whatIfContract } from './what-if/contract.ts'
import { censusContract } from './rounds/census-contract.ts'
import { barriersContract } from './barriers/contract.ts'
import { plansContract } from './plans/contract.ts'
import { reconciliationContract } from './reconciliation/contract.ts'
import { helpRequestsContract } from './requests/contract.ts'
import { deliveryPollsContract } from './polls/contract.ts'
import { roundsContract } from './rounds/contract.ts'
import { snapshotContract } from './rounds/snapshot-contract.ts'
import { placementContract } from './placement/contract.ts'
import { seriesContract } from './activities/series-contract.ts'
import { activitiesContract } from './activities/contract.ts'
import { goalsContract } from './goals/contract.ts'
import { partnerActivitiesContract } from './activities/partner-contract.ts'
import { disclosureContract } from './disclosure/contract.ts'
import { contributionContract } from './contribution/contract.ts'
import { releasesContract } from './releases/contract.ts'
import { reportsContract } from './reports/contract.ts'
import { seatsContract } from './seats/contract.ts'
import { employerSeatsContract } from './seats/partner-contract.ts'
import { timelineContract } from './timeline/contract.ts'
import { todayContract } from './today/contract.ts'
import { objectivesContract } from './outcomes/objectives-contract.ts'
import { targetsContract } from './outcomes/targets-contract.ts'
import { publicSiteContract } from './site/contract.ts'
import { storiesContract } from './stories/contract.ts'
import { toolkitContract } from './toolkit/contract.ts'
import { figuresContract } from './figures/contract.ts'

/** Every contract in the system. A contract missing here is not mounted, and the sweep never sees it. */
export const contracts = {
  district: districtContract,
  calendar: calendarContract,
  priorities: prioritiesContract,
  catalog: catalogContract,
  schools: schoolsContract,
  organizations: organizationsContract,
  places: placesContract,
  services: servicesContract,
  partnerships: partnershipsContract,
  continuity: continuityContract,
  letters: lettersContract,
  letterTemplates: letterTemplatesContract,
  decisions: decisionsContract,
  investments: investmentsContract,
  partnerHours: partnerHoursContract,
  vision: visionContract,
  partnerVision: partnerVisionContract,
  lifecycle: lifecycleContract,
  rollover: rolloverContract,
  prospects: prospectsContract,
  connections: connectionsContract,
  offers: offersContract,
  offerDesk: offerDeskContract,
  duplication: duplicationContract,
  merge: mergeContract,
  agreements: agreementsContract,
  agreementSections: agreementSectionsContract,
  agreementStages: agreementStagesContract,
  agreementDocuments: agreementDocumentsContract,
  partnerAgreement: partnerAgreementContract,
  obligations: obligationsContract,
  checkIns: checkInsContract,
  partnerCheckIn: partnerCheckInContract,
  councils: councilsContract,
  calendarFeeds: calendarFeedsContract,
  outlook: outlookContract,
  search: searchContract,
  needs: needsContract,
  gapBoard: gapBoardContract,
  signIn: signInContract,
  account: accountContract,
  factor: factorContract,
  links: linksContract,
  partnerLinks: partnerLinksContract,
  compliance: complianceContract,
  users: usersContract,
  mail: mailContract,
  clients: clientsContract,
  audit: auditContract,
  notifications: notificationsContract,
  views: viewsContract,
  imports: importsContract,
  review: reviewContract,
  delivery: deliveryContract,
  outcomes: outcomesContract,
  explorer: explorerContract,
  metrics: metricsContract,
  equity: equityContract,
  placement: placementContract,
  reports: reportsContract,
  whatIf: whatIfContract,
  maps: mapsContract,
  network: networkContract,
  targets: targetsContract,
  objectives: objectivesContract,
  rounds: roundsContract,
  snapshot: snapshotContract,
  census: censusContract,
  helpRequests: helpRequestsContract,
  deliveryPolls: deliveryPollsContract,
  plans: plansContract,
  barriers: barriersContract,
  reconciliation: reconciliationContract,
  goals: goalsContract,
  activities: activitiesContract,
  activitySeries: seriesContract,
  partnerActivities: partnerActivitiesContract,
  disclosure: disclosureContract,
  contribution: contributionContract,
  releases: releasesContract,
  seats: seatsContract,
  employerSeats: employerSeatsContract,
  timeline: timelineContract,
  toolkit: toolkitContract,
  today: todayContract,
  stories: storiesContract,
  figures: figuresContract,
  publicSite: publicSiteContract,
  boards: boardsContract,
  partnerBoards: partnerBoardsContract,
} as const
