import { RULE_VERSION as barriers } from '../barriers/standard.ts'
import { RULE_VERSION as index } from '../equity/equity-index.ts'
import { RULE_VERSION as priority } from '../equity/need-priority.ts'
import { RULE_VERSION as supplyEquity } from '../equity/supply-equity.ts'
import { RULE_VERSION as match } from '../matching/service-match.ts'
import { RULE_VERSION as demand } from '../needs/demand.ts'
import { RULE_VERSION as gap } from '../needs/gap.ts'
import { RULE_VERSION as severity } from '../needs/severity.ts'
import { RULE_VERSION as sufficiency } from '../needs/sufficiency.ts'
import { RULE_VERSION as supply } from '../needs/supply.ts'
import { RULE_VERSION as rank } from '../offers/rank-schools.ts'
import { RULE_VERSION as plan } from '../placement/compare.ts'
import { RULE_VERSION as reconciliation } from '../reconciliation/mismatches.ts'
import { RULE_VERSION as seats } from '../seats/meet.ts'
import { RULE_VERSION as loss } from '../what-if/loss.ts'
import { figureRow as row } from './figure.ts'
import { RULE_VERSION as counted } from './counted.ts'

const board = ['needs', 'service_sites', 'partnerships', 'agreements'] as const
const cell = ['schoolId', 'schoolYear', 'categoryId'] as const
const boardSettings = ['capacity_fresh_days', 'over_supply_percent'] as const
const shares = ['service_sites', 'schools', 'equity_versions'] as const

/** Figures of what schools need, who helps them, and where help should go. */
export const needsFigures = {
  'needs.demand': row(['needs/demand.ts', demand], 'house', 'needs:read', ['needs', 'schools'], cell),
  'needs.gap': row(['needs/gap.ts', gap], 'house', 'needs:read', board, cell, boardSettings),
  'needs.supply': row(
    ['needs/supply.ts', supply],
    'house',
    'needs:read',
    ['service_sites', 'partnerships', 'agreements'],
    cell,
    ['capacity_fresh_days'],
  ),
  'needs.paper': row(
    ['needs/supply.ts', supply],
    'house',
    'needs:read',
    ['service_sites', 'partnerships', 'agreements'],
    cell,
    ['capacity_fresh_days'],
  ),
  'needs.sufficiency': row(
    ['needs/sufficiency.ts', sufficiency],
    'mtss',
    'needs:read',
    ['service_sites', 'schools'],
    cell,
    ['capacity_fresh_days'],
  ),
  'needs.severity': row(
    ['needs/severity.ts', severity],
    'house',
    'needs:read',
    ['needs', 'need_rules'],
    ['needId', 'schoolId'],
  ),
  'needs.priority': row(
    ['equity/need-priority.ts', priority],
    'seni',
    'needs:read',
    [...board, 'schools', 'equity_versions'],
    ['needId', 'schoolId', 'schoolYear', 'categoryId'],
    [...boardSettings, 'equity_version'],
  ),
  'needs.suggested': row(['needs/severity.ts', severity], 'house', 'needs:read', [
    'need_rules',
    'measurements',
    'needs',
  ]),
  'coverage.cell': row(['needs/gap.ts', gap], 'house', 'needs:read', board, cell, boardSettings),
  'equity.score': row(
    ['equity/equity-index.ts', index],
    'seni',
    'equity:read',
    ['equity_versions', 'measurements', 'schools'],
    ['schoolId'],
    ['equity_version'],
  ),
  'equity.ratio': row(
    ['equity/supply-equity.ts', supplyEquity],
    'unequal_partners',
    'needs:read',
    shares,
    [],
    ['equity_version', 'capacity_fresh_days'],
  ),
  'equity.concentration': row(
    ['equity/supply-equity.ts', supplyEquity],
    'unequal_partners',
    'needs:read',
    shares,
    [],
    ['equity_version', 'capacity_fresh_days'],
  ),
  'equity.without_partner': row(
    ['equity/supply-equity.ts', supplyEquity],
    'unequal_partners',
    'needs:read',
    ['schools', 'partnerships', 'service_sites', 'equity_versions'],
    [],
    ['equity_version'],
  ),
  'equity.first_tiers': row(
    ['equity/supply-equity.ts', supplyEquity],
    'unequal_partners',
    'needs:read',
    ['offers', 'offer_placements', 'service_sites', 'equity_versions'],
    ['offerId'],
    ['equity_version'],
  ),
  'placement.match': row(
    ['matching/service-match.ts', match],
    'house',
    'needs:read',
    ['needs', 'services', 'service_sites', 'organizations'],
    ['needId', 'serviceId'],
    ['capacity_fresh_days'],
  ),
  'placement.covered': row(
    ['placement/compare.ts', plan],
    'unequal_partners',
    'needs:read',
    ['placement_plans', 'placement_rows', 'needs', 'services', 'equity_versions'],
    ['planId'],
    ['equity_version', 'capacity_fresh_days'],
  ),
  'placement.rank': row(
    ['offers/rank-schools.ts', rank],
    'unequal_partners',
    'needs:read',
    ['offers', 'offer_placements', 'needs', 'service_sites', 'equity_versions'],
    ['offerId'],
    ['equity_version'],
  ),
  'what_if.loss': row(
    ['what-if/loss.ts', loss],
    'house',
    'needs:read',
    board,
    ['organizationId', 'partnershipId', 'schoolYear', 'pollId'],
    ['capacity_fresh_days'],
  ),
  'what_if.sole_provider': row(
    ['what-if/loss.ts', loss],
    'house',
    'needs:read',
    board,
    ['schoolYear'],
    ['capacity_fresh_days'],
  ),
  'rounds.answered': row(
    ['figures/counted.ts', counted],
    'two_sides',
    'needs:read',
    ['rounds', 'replies'],
    ['roundId'],
  ),
  'reconciliation.open': row(
    ['reconciliation/mismatches.ts', reconciliation],
    'two_sides',
    'needs:read',
    ['mismatches', 'replies', 'partnerships', 'service_sites'],
    ['schoolId', 'organizationId'],
  ),
  'requests.waiting': row(
    ['figures/counted.ts', counted],
    'house',
    'needs:read',
    ['help_requests'],
    ['schoolId'],
  ),
  'polls.answers': row(
    ['figures/counted.ts', counted],
    'house',
    'needs:read',
    ['delivery_polls', 'delivery_poll_answers'],
    ['pollId'],
  ),
  'seats.unmet': row(
    ['seats/meet.ts', seats],
    'work_learning',
    'needs:read',
    ['seat_demands', 'seat_offers', 'seat_fills'],
    ['schoolId', 'schoolYear'],
  ),
  'seats.counted': row(
    ['figures/counted.ts', counted],
    'work_learning',
    'needs:read',
    ['seat_offers', 'seat_fills'],
    ['organizationId', 'schoolYear'],
  ),
  'barriers.chain': row(
    ['barriers/standard.ts', barriers],
    'attendance',
    'needs:read',
    ['barriers', 'need_barriers', 'needs', 'partnerships', 'measurements'],
    ['schoolId', 'schoolYear'],
  ),
  'map.places': row(
    ['needs/gap.ts', gap],
    'house',
    'schools:read',
    ['schools', 'needs', 'service_sites', 'partnerships'],
    ['schoolYear', 'schoolId'],
    ['capacity_fresh_days'],
  ),
  'site.places': row(
    ['needs/supply.ts', supply],
    'house',
    'organizations:read',
    ['service_sites', 'services'],
    ['organizationId', 'serviceId', 'schoolId'],
    ['capacity_fresh_days'],
  ),
  'school.enrolment': row(
    ['figures/counted.ts', counted],
    'house',
    'schools:read',
    ['schools'],
    ['schoolId'],
  ),
  'school.partners': row(
    ['figures/counted.ts', counted],
    'house',
    'schools:read',
    ['partnerships', 'service_sites'],
    ['schoolId'],
  ),
  'school.needs': row(['figures/counted.ts', counted], 'house', 'schools:read', ['needs'], ['schoolId']),
} as const
