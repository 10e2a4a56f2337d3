import { RULE_VERSION as fidelity } from '../activities/fidelity.ts'
import { RULE_VERSION as fourCs } from '../activities/four-cs.ts'
import { RULE_VERSION as difference } from '../contribution/difference.ts'
import { RULE_VERSION as guarded } from '../disclosure/guarded-table.ts'
import { RULE_VERSION as inference } from '../disclosure/inference.ts'
import { RULE_VERSION as goals } from '../goals/roll-up.ts'
import { RULE_VERSION as sites } from '../matching/site-evidence.ts'
import { RULE_VERSION as objectives } from '../outcomes/objectives.ts'
import { RULE_VERSION as rollUp } from '../outcomes/rollup.ts'
import { RULE_VERSION as suppression } from '../outcomes/suppression.ts'
import { RULE_VERSION as targets } from '../outcomes/targets.ts'
import { RULE_VERSION as students } from '../reports/students.ts'
import { RULE_VERSION as counted } from './counted.ts'
import { figureRow as row } from './figure.ts'

const measured = ['metricId', 'periodId', 'schoolId', 'schoolYear'] as const
const figures = ['measurements', 'metrics'] as const

/** Figures of what came of it: metrics, objectives, activities, comparisons, what is made public. */
export const outcomesFigures = {
  'metric.value': row(
    ['outcomes/suppression.ts', suppression],
    'small_numbers',
    'metrics:read',
    figures,
    measured,
    ['suppression_threshold', 'target'],
  ),
  'metric.levels': row(
    ['outcomes/rollup.ts', rollUp],
    'small_numbers',
    'metrics:read',
    [...figures, 'schools'],
    measured,
    ['suppression_threshold'],
  ),
  'metric.gap': row(
    ['outcomes/suppression.ts', suppression],
    'small_numbers',
    'metrics:read',
    figures,
    measured,
    ['suppression_threshold'],
  ),
  'metric.target': row(
    ['outcomes/targets.ts', targets],
    'results',
    'metrics:read',
    ['targets', ...figures],
    measured,
    ['target', 'suppression_threshold'],
  ),
  'objective.four_cs': row(
    ['outcomes/objectives.ts', objectives],
    'objectives',
    'metrics:read',
    ['objectives', 'activities'],
    ['objectiveId', 'schoolId', 'schoolYear'],
    ['suppression_threshold'],
  ),
  'objective.families': row(
    ['outcomes/objectives.ts', objectives],
    'objectives',
    'metrics:read',
    ['objectives', 'measurements', 'metrics'],
    ['objectiveId', 'schoolId', 'schoolYear'],
    ['suppression_threshold'],
  ),
  'objective.seats': row(
    ['outcomes/objectives.ts', objectives],
    'objectives',
    'metrics:read',
    ['objectives', 'seat_demands', 'seat_offers', 'seat_fills'],
    ['objectiveId', 'schoolId', 'schoolYear'],
    ['suppression_threshold'],
  ),
  'goals.status': row(['goals/roll-up.ts', goals], 'results', 'metrics:read', [
    'goal_nodes',
    'objectives',
    'targets',
  ]),
  'activities.held': row(
    ['figures/counted.ts', counted],
    'house',
    'activities:read',
    ['activities'],
    ['schoolId', 'partnershipId', 'serviceId', 'schoolYear'],
  ),
  'activities.reached': row(
    ['figures/counted.ts', counted],
    'house',
    'activities:read',
    ['activities'],
    ['schoolId', 'partnershipId', 'serviceId', 'schoolYear'],
  ),
  'activities.four_cs': row(
    ['activities/four-cs.ts', fourCs],
    'dual_capacity',
    'activities:read',
    ['activities'],
    ['schoolId', 'schoolYear'],
  ),
  'activities.fidelity': row(
    ['activities/fidelity.ts', fidelity],
    'house',
    'activities:read',
    ['activities', 'services'],
    ['serviceId', 'partnershipId', 'schoolId', 'schoolYear'],
  ),
  'activities.silent': row(
    ['figures/counted.ts', counted],
    'house',
    'activities:read',
    ['activities'],
    ['schoolId', 'schoolYear'],
  ),
  'contribution.effect': row(
    ['contribution/difference.ts', difference],
    'bootstrap',
    'metrics:read',
    ['measurements', 'metrics', 'partnerships', 'partnership_schools', 'equity_versions'],
    ['partnershipId', 'metricId'],
    ['suppression_threshold', 'equity_version'],
  ),
  'contribution.chain': row(
    ['figures/counted.ts', counted],
    'results',
    'metrics:read',
    ['needs', 'activities', 'partnerships'],
    ['partnershipId'],
    ['suppression_threshold'],
  ),
  'contribution.cost': row(
    ['figures/counted.ts', counted],
    'results',
    'metrics:read',
    ['contributions', 'volunteer_hours', 'partnerships'],
    ['partnershipId'],
    ['suppression_threshold'],
  ),
  'release.shown': row(
    ['disclosure/guarded-table.ts', guarded],
    'small_numbers',
    'metrics:read',
    ['releases', 'measurements', 'metrics'],
    ['releaseId'],
    ['suppression_threshold'],
  ),
  'release.inference': row(
    ['disclosure/inference.ts', inference],
    'small_numbers',
    'metrics:read',
    ['measurements', 'metrics', 'releases'],
    ['metricId', 'periodId'],
    ['suppression_threshold'],
  ),
  'report.figures': row(
    ['reports/students.ts', students],
    'small_numbers',
    'metrics:read',
    ['reports'],
    ['reportId'],
    ['suppression_threshold'],
  ),
  'import.rows': row(['figures/counted.ts', counted], 'house', 'imports:read', ['imports'], ['importId']),
  'import.match': row(
    ['matching/site-evidence.ts', sites],
    'house',
    'imports:read',
    ['review_items', 'schools', 'organizations'],
    [],
  ),
} as const
