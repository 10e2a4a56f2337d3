import { RULE_VERSION as clock } from '../agreements/clock.ts'
import { RULE_VERSION as clearance } from '../compliance/clearance.ts'
import { RULE_VERSION as balance } from '../investments/balance.ts'
import { RULE_VERSION as pulse } from '../meetings/pulse.ts'
import { RULE_VERSION as bridges } from '../network/cut-offs.ts'
import { RULE_VERSION as density } from '../network/graph.ts'
import { RULE_VERSION as advice } from '../outlook/recommendation.ts'
import { RULE_VERSION as lasting } from '../outlook/sustainability.ts'
import { RULE_VERSION as cold } from '../pipeline/going-cold.ts'
import { RULE_VERSION as counted } from './counted.ts'
import { figureRow as row } from './figure.ts'

const count = ['figures/counted.ts', counted] as const
const ofOne = ['partnershipId', 'organizationId', 'schoolId'] as const
const invested = ['contributions', 'volunteer_hours', 'partnerships'] as const

/** Figures of partners and partnerships, and of the work around them. */
export const partnershipFigures = {
  'today.due': row(count, 'house', 'partnerships:read', [
    'agreements',
    'meetings',
    'obligation_dues',
    'offers',
    'replies',
    'mismatches',
  ]),
  'reach.partnerships': row(count, 'house', 'partnerships:read', ['partnerships'], ofOne),
  'reach.schools': row(count, 'house', 'schools:read', ['schools', 'partnerships', 'service_sites']),
  'reach.needs': row(count, 'house', 'needs:read', ['needs'], ['schoolId']),
  'reach.priorities': row(count, 'house', 'partnerships:read', [
    'priorities',
    'partnership_priorities',
    'partnerships',
  ]),
  'reach.students': row(count, 'small_numbers', 'partnerships:read', ['partnerships'], ofOne, [
    'suppression_threshold',
  ]),
  'investment.partnerships': row(count, 'house', 'partnerships:read', invested, ['schoolYear']),
  'investment.value': row(['investments/balance.ts', balance], 'house', 'partnerships:read', invested, [
    'partnershipId',
    'organizationId',
    'schoolYear',
  ]),
  'investment.balance': row(['investments/balance.ts', balance], 'house', 'partnerships:read', invested, [
    'partnershipId',
    'organizationId',
    'schoolYear',
  ]),
  'investment.per_student': row(
    ['investments/balance.ts', balance],
    'house',
    'partnerships:read',
    invested,
    ['partnershipId', 'schoolYear'],
    ['suppression_threshold'],
  ),
  'investment.hours': row(
    count,
    'house',
    'partnerships:read',
    ['volunteer_hours'],
    ['partnershipId', 'organizationId', 'schoolYear'],
  ),
  'partnership.students': row(count, 'house', 'partnerships:read', ['partnerships'], ofOne),
  'partnership.sustainability': row(
    ['outlook/sustainability.ts', lasting],
    'oakland',
    'partnerships:read',
    ['fundings', 'agreements', 'partnerships', 'meetings', 'partnership_years'],
    ofOne,
  ),
  'partnership.advice': row(
    ['outlook/recommendation.ts', advice],
    'house',
    'partnerships:read',
    ['obligation_dues', 'quality_reviews', 'meetings', 'fundings', 'needs', 'partnerships'],
    ['partnershipId'],
  ),
  'partnership.kept': row(
    count,
    'house',
    'partnerships:read',
    ['obligation_dues', 'obligations'],
    ['partnershipId', 'organizationId'],
  ),
  'partnership.quality': row(count, 'house', 'partnerships:read', ['quality_reviews'], ['partnershipId']),
  'partnership.pulse': row(
    ['meetings/pulse.ts', pulse],
    'network',
    'check-ins:read',
    ['meeting_pulses', 'meetings'],
    ['partnershipId', 'organizationId'],
  ),
  'agreement.waiting': row(['agreements/clock.ts', clock], 'step_days', 'agreements:read', [
    'agreements',
    'agreement_stays',
    'agreement_standards',
  ]),
  'compliance.share': row(
    ['compliance/clearance.ts', clearance],
    'house',
    'compliance:read',
    ['compliance_documents', 'requirements', 'organizations'],
    ['organizationId'],
  ),
  'pipeline.counted': row(count, 'house', 'pipeline:read', ['prospects', 'outreach_steps']),
  'pipeline.silent_days': row(
    ['pipeline/going-cold.ts', cold],
    'house',
    'pipeline:read',
    ['prospects', 'partnerships'],
    ['organizationId'],
    ['going_cold_days'],
  ),
  'lifecycle.rollover': row(count, 'house', 'partnerships:read', [
    'rollovers',
    'partnership_years',
    'partnerships',
  ]),
  'lifecycle.sites': row(
    count,
    'house',
    'partnerships:read',
    ['site_plans', 'partnership_schools'],
    ['partnershipId', 'schoolId', 'schoolYear'],
  ),
  'lifecycle.years': row(count, 'house', 'partnerships:read', ['partnership_years'], ['partnershipId']),
  'continuity.gaps': row(count, 'house', 'partnerships:read', ['partnerships', 'school_liaisons']),
  'network.density': row(
    ['network/graph.ts', density],
    'network',
    'partnerships:read',
    ['partnerships', 'partnership_schools', 'service_sites'],
    ['schoolYear'],
  ),
  'network.bridges': row(
    ['network/cut-offs.ts', bridges],
    'network',
    'partnerships:read',
    ['partnerships', 'partnership_schools', 'service_sites'],
    ['schoolYear'],
  ),
} as const
