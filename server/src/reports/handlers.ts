import { fieldProblem, notFound } from '@common-table/shared/contract/problem'
import type { reportsContract } from '@common-table/shared/reports/contract'
import { isUnderWay, reportSpan } from '@common-table/shared/reports/kinds'
import type { NewReport, ReportProgress } from '@common-table/shared/reports/schemas'
import type { Db } from '../db/db.ts'
import { json } from '../http/answers.ts'
import { follow } from '../http/follow.ts'
import { listAnswer } from '../http/list-answer.ts'
import type { Handlers } from '../http/mount.ts'
import { stale } from '../http/stale.ts'
import { beginReport, fundersOf, groundOf, removeReport, reportOf, reportsOf, type Begun } from './queries.ts'

const theReport = async (db: Db, id: string) => (await reportOf(db, id)) ?? notFound('report')

const checked = async (db: Db, { kind, day, leadId = null, funder = null }: NewReport): Promise<Begun> => {
  const { startMonth, today, leadKnown, funderKnown } = await groundOf(db, leadId, funder)
  if (!leadKnown) throw fieldProblem('leadId', 'This person is not among the users of the district.')
  if (leadId !== null && kind !== 'coordinator_month')
    throw fieldProblem('leadId', 'Only a coordinator’s month is about what one person leads.')
  if (kind === 'funder_year' && funder === null)
    throw fieldProblem(
      'funder',
      'Say which funder the report is for, by the name that stands on the partnerships.',
    )
  if (kind !== 'funder_year' && funder !== null)
    throw fieldProblem('funder', 'Only a report to a funder names one.')
  if (!funderKnown) throw fieldProblem('funder', 'No partnership names this funder.')
  const { from, to } = reportSpan(kind, day, startMonth)
  if (from > today) throw fieldProblem('day', 'This time has not begun yet: there is nothing to report.')
  return { kind, from, to, leadId, funder }
}

export const reportsHandlers: Handlers<typeof reportsContract> = {
  listReports: async ({ db, query, page }) => listAnswer(await reportsOf(db, query, page.after), page),

  makeReport: async ({ db, actor, author, services, body }) => {
    const begun = await checked(db, body)
    const by = { id: author.kind === 'user' ? author.id : null, name: author.name }
    const reportId = await beginReport(db, begun, by)
    await services.jobs.send(db, 'reports', { districtId: actor.districtId, reportId })
    const { listed, version } = await theReport(db, reportId)
    return json(listed, version)
  },

  listFunders: async ({ db }) => json(`{"items":${await fundersOf(db)}}`),

  getReport: async ({ db, params }) => {
    const { report, version } = await theReport(db, params.reportId)
    return json(report, version)
  },

  followReport: ({ db, params: { reportId }, services, signal }) =>
    follow<{ id: string }, ReportProgress>(
      { listener: services.listener, channel: 'reports', id: reportId, signal },
      async () => {
        const { status, progress } = await theReport(db, reportId)
        return { status, progress, ended: !isUnderWay(status) }
      },
    ),

  deleteReport: async ({ db, params: { reportId }, ifMatch }) => {
    const { listed } = await theReport(db, reportId)
    if (!(await removeReport(db, reportId, ifMatch))) stale(listed)
  },
}
