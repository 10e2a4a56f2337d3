import type { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { addMetric, metricsOf, metricWith, studentGroupsOf, updateMetric } from './metrics-queries.ts'

const theMetric = async (db: Db, id: string) => (await metricWith(db, id)) ?? notFound('metric')

export const metricsHandlers: Handlers<typeof metricsContract> = {
  listMetrics: async ({ db, query, page }) => listAnswer(await metricsOf(db, query, page.after), page),

  getMetric: async ({ db, params }) => {
    const { metric, version } = await theMetric(db, params.metricId)
    return json(metric, version)
  },

  addMetric: async ({ db, body }) => {
    const id = await addMetric(db, body)
    if (id === undefined)
      throw fieldProblem(
        'code',
        `Another metric has the code ${body.code}. Codes are unique in the district.`,
        'unique',
      )
    const { metric, version } = await theMetric(db, id)
    return json(metric, version)
  },

  changeMetric: async ({ db, params, body, ifMatch }) => {
    const changed = Object.keys(body).length > 0 && (await updateMetric(db, params.metricId, ifMatch, body))
    const { metric, version } = await theMetric(db, params.metricId)
    return changed || version === ifMatch ? json(metric, version) : stale(metric)
  },

  listStudentGroups: async ({ db }) => json(`{"items":${(await studentGroupsOf(db))?.items ?? '[]'}}`),
}
