import { monthsDue } from '@common-table/shared/reports/months-due'
import { reportSpan } from '@common-table/shared/reports/kinds'
import type { Db } from '../db/db.ts'
import { districtIds } from '../district/index.ts'
import type { Services } from '../http/services.ts'
import { queueMail } from '../mail/index.ts'
import { notify } from '../notifications/index.ts'
import * as monthly from './monthly-queries.ts'
import { beginReport } from './queries.ts'

const author = { kind: 'system', id: null, name: 'reports', requestId: null } as const
/** Each hour, because districts have their own mornings; also right away, because the server may have been off. */
const hourly = '7 * * * *'
/** Nobody's mail comes before six. */
const morning = 6

const beginMonths = async (services: Services, db: Db): Promise<void> => {
  const found = await monthly.monthlyGround(db)
  if (!found || found.hour < morning) return
  const months = monthsDue(found.today, found.calendar).filter((month) => month >= found.since)
  const send = (reportId: string) =>
    services.jobs.send(db, 'reports', { districtId: db.districtId, reportId })
  if (months.length > 0)
    for (const { userId, month } of await monthly.claimMonths(db, months)) {
      const { from, to } = reportSpan('coordinator_month', month, 1)
      const of = { kind: 'coordinator_month' as const, from, to, leadId: userId, funder: null }
      const reportId = await beginReport(db, of, { id: null, name: 'Common Table' })
      await monthly.monthBegun(db, userId, month, reportId)
      await send(reportId)
    }
  for (const { id } of await monthly.failedMonths(db)) await send(id)
}

/** Begins every month that is due, in every district that wants them. */
export const beginMonthsEverywhere = async (services: Services): Promise<void> => {
  for (const districtId of await districtIds(services))
    await services.write(districtId, author, (db) => beginMonths(services, db))
}

const named = (month: string, locale: 'en' | 'es'): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}T12:00:00Z`),
  )

/** Tells the coordinator whose month it is, in the transaction that makes the report ready: by bell and by mail, once. */
export const tellMonth = async (services: Services, db: Db, reportId: string): Promise<void> => {
  const person = await monthly.toTell(db, reportId)
  if (!person) return
  const { userId, name, email, locale, district } = person
  const link = `/outcomes/reports/${reportId}` as const
  const month = named(person.month, locale)
  await notify(db, { userIds: [userId] }, 'reports.month', { month }, link)
  await queueMail(db, services, {
    to: { address: email, name },
    kind: 'monthReady',
    locale,
    link,
    facts: { name, month, district },
  })
}

export const workOnMonths = async (services: Services): Promise<void> => {
  await services.jobs.work('months', () => beginMonthsEverywhere(services))
  await services.jobs.every('months', hourly, {})
  await services.write('', author, (db) => services.jobs.send(db, 'months', {}))
}
