import { activityKinds, activitySources, epsteinTypes, peopleKinds } from '../activities/vocabulary.ts'
import { agreementKinds, agreementStages, agreementTypes, sectionStates } from '../agreements/vocabulary.ts'
import { mismatchKindTerms, mismatchStatusTerms, resolutionTerms } from '../reconciliation/vocabulary.ts'
import { barrierFamilies, barriers } from '../catalog/barriers.ts'
import { prongKindTerms, prongSideTerms, prongStatusTerms } from '../plans/vocabulary.ts'
import { roundKindTerms } from '../rounds/vocabulary.ts'
import { urgencies } from '../vocabulary/urgencies.ts'
import { sectionGroups } from '../agreements/section-terms.ts'
import { capacityUnits } from '../catalog/capacity-units.ts'
import { categoryGroups } from '../catalog/category-groups.ts'
import {
  documentKinds,
  documentStates,
  rejectReasons,
  requirementConditions,
} from '../compliance/vocabulary.ts'
import { placementStatuses, schoolReasons } from '../offers/vocabulary.ts'
import { deliveryAnswers } from '../polls/vocabulary.ts'
import { helpAnswers, helpClosings, helpRefusals, helpStatuses, helpWaits } from '../requests/vocabulary.ts'
import { holderRoles } from '../continuity/roles.ts'
import { equityTiers } from '../equity/equity-tiers.ts'
import { contributionUnits } from '../investments/vocabulary.ts'
import { exitItems, exitStateTerms } from '../lifecycle/exit-checklist.ts'
import { decisionTerms } from '../lifecycle/rollover.ts'
import { methodTerms, seatTerms } from '../meetings/sections.ts'
import { letterKinds } from '../letters/kinds.ts'
import { objectiveRules } from '../outcomes/objectives.ts'
import {
  seatAudiences,
  seatKinds,
  seatOfferStates,
  seatSources,
  seatTerms as schoolTerms,
} from '../seats/kinds.ts'
import {
  consentParts,
  consentRelations,
  consentStatuses,
  consentWays,
  evidenceLabels,
  storyStatuses,
  takeBackReasons,
} from '../stories/vocabulary.ts'
import { pathways } from '../seats/pathways.ts'
import { releaseStates } from '../releases/vocabulary.ts'
import { needStatuses } from '../needs/lifecycle.ts'
import { cadenceTerms } from '../obligations/vocabulary.ts'
import { fundingKinds, verdicts } from '../outlook/vocabulary.ts'
import {
  contactKindTerms,
  formalityTerms,
  intensityTerms,
  partnershipKindTerms,
  scopeTerms,
  stageTerms,
} from '../partnerships/vocabulary.ts'
import {
  channelTerms,
  closedReasonTerms,
  closenessTerms,
  offerReasonTerms,
  offerSourceTerms,
  offerStatusTerms,
  prospectSourceTerms,
  prospectStageTerms,
  sideTerms as givingTerms,
  tieTerms,
  willingnessTerms,
} from '../pipeline/vocabulary.ts'
import { contributionTypes } from '../vocabulary/contribution-types.ts'
import { geographicLevels } from '../vocabulary/geographic-levels.ts'
import { languages } from '../vocabulary/languages.ts'
import { linkPurposes } from '../vocabulary/link-purposes.ts'
import { needSources } from '../vocabulary/need-sources.ts'
import { organizationTypes } from '../vocabulary/organization-types.ts'
import { populations } from '../vocabulary/populations.ts'
import { changeReasons, exitReasons } from '../vocabulary/reasons.ts'
import { sectors } from '../vocabulary/sectors.ts'
import { audiences, settings } from '../vocabulary/settings.ts'
import { sideTerms } from '../vocabulary/sides.ts'
import type { Term } from '../vocabulary/terms.ts'
import { resourceAudiences, resourceKinds } from '../toolkit/vocabulary.ts'
import { reportKinds } from '../reports/kinds.ts'

/** Codes that code-words.ts holds. */
const plain: readonly Term[] = []
const importKindTerms: readonly Term[] = [
  { code: 'schools', en: 'Schools', es: 'Escuelas' },
  { code: 'measurements', en: 'Figures', es: 'Datos' },
  {
    code: 'delivery_measurements',
    en: 'Figures of partnerships and services',
    es: 'Datos de alianzas y servicios',
  },
  { code: 'organizations', en: 'Organizations', es: 'Organizaciones' },
  { code: 'program_sites', en: 'Program sites', es: 'Sitios de programas' },
]
const countedTerms: readonly Term[] = [
  { code: 'people', en: 'People', es: 'Personas' },
  { code: 'sessions', en: 'Sessions', es: 'Sesiones' },
]
const leaving = [...changeReasons, ...exitReasons]

/**
 * Columns that hold codes, with the vocabulary they come from: by column, and by `table.column` where a table means
 * something else. What a vocabulary does not hold is looked for in code-words.ts.
 */
export const codeLists: Readonly<Record<string, readonly Term[]>> = {
  status: plain,
  equity_tier: equityTiers,
  'needs.settings': settings,
  'placement_rows.decision': plain,
  'needs.status': needStatuses,
  'mismatches.status': mismatchStatusTerms,
  'mismatches.kind': mismatchKindTerms,
  'rounds.kind': roundKindTerms,
  resolution: resolutionTerms,
  'need_prongs.status': prongStatusTerms,
  'need_prongs.kind': prongKindTerms,
  'need_prongs.side': prongSideTerms,
  'barriers.family': barrierFamilies,
  'need_barriers.code': barriers,
  urgency: urgencies,
  'compliance_documents.status': documentStates,
  'offers.status': offerStatusTerms,
  'offer_placements.status': placementStatuses,
  'delivery_poll_answers.answer': deliveryAnswers,
  'help_requests.status': helpStatuses,
  'help_requests.waits': helpWaits,
  'help_requests.closed_reason': helpClosings,
  'help_request_partners.status': helpStatuses,
  'help_request_partners.answer': helpAnswers,
  'help_request_partners.declined_reason': helpRefusals,
  'releases.status': releaseStates,
  'seat_demands.kind': seatKinds,
  'seat_offers.kind': seatKinds,
  'seat_minimums.kind': seatKinds,
  'seat_demands.audience': seatAudiences,
  'seat_offers.audience': seatAudiences,
  'seat_offers.status': seatOfferStates,
  'seat_offers.source': seatSources,
  'goal_nodes.kind': [
    { code: 'strategy', en: 'Strategy', es: 'Estrategia' },
    { code: 'objective', en: 'Objective', es: 'Objetivo' },
  ],
  'reports.kind': reportKinds,
  'activities.kind': activityKinds,
  'activities.said_by': activitySources,
  'activities.audiences': peopleKinds,
  'activities.setting': settings,
  epstein: epsteinTypes,
  'seat_fills.said_by': sideTerms,
  'resources.kind': resourceKinds,
  'resources.audiences': resourceAudiences,
  'stories.status': storyStatuses,
  'stories.setting': settings,
  'stories.evidence': evidenceLabels,
  'stories.taken_back_because': takeBackReasons,
  'story_consents.status': consentStatuses,
  'story_consents.relation': consentRelations,
  'story_consents.how': consentWays,
  'story_consents.covers': consentParts,
  'objectives.rule': objectiveRules,
  pathway: pathways,
  term: schoolTerms,
  stage: stageTerms,
  from_stage: stageTerms,
  to_stage: stageTerms,
  'agreements.stage': agreementStages,
  'agreement_stays.stage': agreementStages,
  'agreement_standards.stage': agreementStages,
  'prospects.stage': prospectStageTerms,
  'imports.kind': importKindTerms,
  by: plain,
  method: methodTerms,
  kind: plain,
  'partnerships.kind': partnershipKindTerms,
  'partnership_events.kind': contactKindTerms,
  'agreements.kind': agreementKinds,
  'fundings.kind': fundingKinds,
  'compliance_documents.kind': documentKinds,
  'requirements.kind': documentKinds,
  'organization_ties.kind': tieTerms,
  'charter_lines.method': methodTerms,
  'decisions.method': methodTerms,
  'decisions.status': plain,
  'charter_lines.seats': seatTerms,
  'decisions.seats_present': seatTerms,
  'letters.kind': letterKinds,
  'letter_templates.kind': letterKinds,
  'decisions.verdict': verdicts,
  'decisions.advised': verdicts,
  'departure_moves.role': holderRoles,
  'departures.person_kind': plain,
  sent_how: plain,
  type: organizationTypes,
  organization_type: organizationTypes,
  'agreements.type': agreementTypes,
  'contributions.type': contributionTypes,
  'organization_contributions.type': contributionTypes,
  unit: capacityUnits,
  capacity_unit: capacityUnits,
  'metrics.unit': plain,
  'contributions.unit': contributionUnits,
  side: sideTerms,
  notice_given_by: sideTerms,
  'organization_contributions.side': givingTerms,
  scope: scopeTerms,
  formality: formalityTerms,
  intensity: intensityTerms,
  geographic_level: geographicLevels,
  setting: settings,
  audience: audiences,
  population: populations,
  'needs.source': needSources,
  'prospects.source': prospectSourceTerms,
  'offers.source': offerSourceTerms,
  cadence: cadenceTerms,
  channel: channelTerms,
  willingness: willingnessTerms,
  closeness: closenessTerms,
  'prospects.closed_reason': closedReasonTerms,
  declined_reason: offerReasonTerms,
  'offer_placements.declined_reason': schoolReasons,
  reject_reason: rejectReasons,
  exit_reason: leaving,
  'partnership_events.reason': leaving,
  'agreement_sections.state': sectionStates,
  'exit_checks.state': exitStateTerms,
  item: exitItems,
  decision: decisionTerms,
  chosen: intensityTerms,
  'partnership_years.status': plain,
  'partnership_years.reason': leaving,
  'agreement_sections.group_code': sectionGroups,
  'categories.group_code': categoryGroups,
  conditions: requirementConditions,
  language: languages,
  languages,
  locale: languages,
  sectors,
  'links.purpose': linkPurposes,
  'user_links.purpose': plain,
  'schools.level': plain,
  'metrics.level': plain,
  'metrics.counted': countedTerms,
  'need_rules.students': plain,
  'vision_answers.answer': plain,
  'meeting_answers.answer': plain,
  seat: seatTerms,
  scaling: plain,
  location_type: plain,
  direction: plain,
  rba: plain,
  period_kind: plain,
  family: plain,
  comparison: plain,
  trend: plain,
  theme: plain,
  role: plain,
  contact: plain,
  money: plain,
  data: plain,
  outcome: plain,
  end_reason: plain,
  amendment_reason: plain,
  expiry: plain,
  lighter: plain,
  weekdays: plain,
}
