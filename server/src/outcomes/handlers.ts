import type { outcomesContract } from '@common-table/shared/outcomes/contract'
import { notFound } from '@common-table/shared/contract/problem'
import type { MetricSchoolFilters } from '@common-table/shared/outcomes/schemas'
import type { Context } from '../http/mount.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { correctionsOf } from './corrections.ts'
import { dashboard } from './dashboard.ts'
import { refuseHiddenTiers } from './explore-schools.ts'
import { exportMetricSchools, exportSchoolOutcomes } from './export.ts'
import { measurementList } from './measurement-list.ts'
import { metricSchools } from './metric-schools.ts'
import { metricSeries } from './metric-series.ts'
import { metricWith } from './metrics-queries.ts'
import { readFresh } from './publish.ts'
import { rawFigures } from './raw-figures.ts'
import { record } from './record.ts'
import { schoolOutcomes } from './school-outcomes.ts'

const exportSchools = async (
  {
    services,
    actor,
    db,
    params,
    query,
  }: Context & { params: { metricId: string }; query: MetricSchoolFilters },
  format: 'csv' | 'xlsx',
) => {
  refuseHiddenTiers(actor, query.tier)
  const found = (await metricWith(db, params.metricId)) ?? notFound('metric')
  const { code } = JSON.parse(found.metric) as { code: string }
  // The list as the page shows it, screened first where figures changed.
  await readFresh(services, actor.districtId, () =>
    metricSchools(db, actor.schoolIds, params.metricId, query, undefined),
  )
  return exportMetricSchools(services, actor, { id: params.metricId, code }, query, format)
}

export const outcomesHandlers: Handlers<typeof outcomesContract> = {
  getDashboard: async ({ services, actor, query }) =>
    json(await dashboard(services, actor, query.schoolYear)),

  getSchoolOutcomes: ({ services, actor, params }) => schoolOutcomes(services, actor, params.schoolId),
  exportSchoolOutcomesCsv: async ({ services, actor, params }) =>
    exportSchoolOutcomes(await schoolOutcomes(services, actor, params.schoolId), 'csv'),
  exportSchoolOutcomesXlsx: async ({ services, actor, params }) =>
    exportSchoolOutcomes(await schoolOutcomes(services, actor, params.schoolId), 'xlsx'),

  getMetricSeries: ({ services, actor, params, query }) =>
    metricSeries(services, actor, params.metricId, query.schoolId ?? []),

  listMetricSchools: async ({ services, actor, db, params, query, page }) => {
    refuseHiddenTiers(actor, query.tier)
    const read = () => metricSchools(db, actor.schoolIds, params.metricId, query, page.after)
    const { row } = await readFresh(services, actor.districtId, read)
    return listAnswer(row!, page) // a select of sums alone answers one row
  },
  exportMetricSchoolsCsv: (request) => exportSchools(request, 'csv'),
  exportMetricSchoolsXlsx: (request) => exportSchools(request, 'xlsx'),

  listMeasurements: async ({ services, actor, db, query, page }) => {
    const read = () => measurementList(db, actor.schoolIds, query, page.after)
    const { row } = await readFresh(services, actor.districtId, read)
    return listAnswer(row!, page) // a select of sums alone answers one row
  },

  // A read that leaves a record needs a transaction of its own.
  readRawFigures: ({ services, actor, author, params, query }) =>
    services.write(actor.districtId, author, (db) => rawFigures(db, author, params.metricId, query)),

  recordMeasurement: ({ db, body }) => record(db, [body], { table: false }),

  recordMeasurements: async ({ db, body }) => {
    await record(db, body.items)
    return { recorded: body.items.length }
  },

  listCorrections: async ({ db, params, query, page }) =>
    listAnswer(await correctionsOf(db, params.metricId, query, page.after), page),
}
