import { fidelityOf } from '@common-table/shared/activities/fidelity'
import { notFound } from '@common-table/shared/contract/problem'
import type { Brief } from '@common-table/shared/meetings/brief-schemas'
import type { Db } from '../db/db.ts'
import { briefHead, briefMetrics, briefState } from './brief-queries.ts'
import type { Scope } from './queries.ts'

/** What both sides should know before they meet, in three statements (two where the vision names no metric). */
export const briefOf = async (db: Db, scope: Scope, id: string): Promise<Brief> => {
  const head = (await briefHead(db, scope, id)) ?? notFound('check-in')
  const { content, priorities, lastMet, lastActions, schoolId } = head
  const targets = new Map(
    (content?.outcomes ?? []).flatMap(({ metricId, target }) =>
      metricId ? [[metricId, target] as const] : [],
    ),
  )
  const [state, metrics] = await Promise.all([
    briefState(db, head),
    targets.size === 0 ? [] : briefMetrics(db, [...targets.keys()], schoolId),
  ])
  return {
    goals: (content?.goals ?? priorities).map(({ title, words }) => ({ title, words })),
    goalsFrom: content ? 'vision' : priorities.length > 0 ? 'priorities' : 'none',
    statement: content?.statement ?? '',
    lastMet,
    lastActions,
    ...state,
    sessions: state.sessions.map((one) => ({ ...one, percent: fidelityOf(one).percent })),
    metrics: metrics.map((metric) => ({ ...metric, target: targets.get(metric.id) ?? '' })),
  }
}
