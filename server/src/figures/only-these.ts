import type { FigureCode } from '@common-table/shared/figures/codes'
import type { ReadTable } from '@common-table/shared/figures/figure'

const metricsOf = (query: string) => `t.metric_id in (${query})`

const families = `('family_favorable_rate', 'survey_response_rate')`

/** Where a figure reads fewer rows of a table than are there: the measurements of its own metrics. */
export const onlyThese: Partial<Readonly<Record<FigureCode, Partial<Readonly<Record<ReadTable, string>>>>>> =
  {
    'equity.score': {
      measurements:
        metricsOf(`select (i ->> 'metricId')::uuid from equity_versions e, jsonb_array_elements(e.indicators) i
      where e.district_id = t.district_id and e.id = current_equity_version()`),
    },
    'needs.suggested': {
      measurements: metricsOf(
        'select r.metric_id from need_rules r where r.district_id = t.district_id and r.active',
      ),
    },
    'barriers.chain': {
      measurements: metricsOf(`select m.id from metrics m where m.district_id = t.district_id and m.code in
      (select b.metric_code from barriers b where b.district_id = t.district_id) or m.district_id = t.district_id and m.family = 'attendance'`),
    },
    'objective.families': {
      measurements: metricsOf(
        `select m.id from metrics m where m.district_id = t.district_id and m.code in ${families}`,
      ),
      metrics: `t.code in ${families}`,
    },
    'release.shown': {
      measurements: metricsOf('select r.metric_id from release_tables r where r.district_id = t.district_id'),
      metrics: 't.id in (select r.metric_id from release_tables r where r.district_id = t.district_id)',
    },
  }
