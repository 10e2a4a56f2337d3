import { addWorkingDays, isWorkingDay } from '@common-table/shared/calendar/working-days'
import { remindersDue } from '@common-table/shared/requests/lifecycle'
import type { Db } from '../db/db.ts'
import type { Author } from '../db/transactions.ts'
import type { Services } from '../http/services.ts'
import { districtIds } from '../district/index.ts'
import { settle } from './ask.ts'
import { keepProgress, lineOf, markReminded, silentLines, type Line } from './partner-queries.ts'
import { holdRequest, type HeldRequest } from './request-queries.ts'
import { answerCalendar, writeDown } from './write-queries.ts'
import { tellAsker, writePartner } from './tell.ts'

const author: Author = { kind: 'system', id: null, name: 'upkeep', requestId: null }

/** In the morning of the United States, Monday to Friday. */
const mornings = '0 13 * * 1-5'

/** An answer that would come too late is waited for no longer. */
const expire = async (db: Db, services: Services, request: HeldRequest, line: Line): Promise<void> => {
  await keepProgress(db, line.id, { status: 'expired' })
  await writeDown(db, request.id, { kind: 'expired', by: '', organizationId: line.organizationId })
  await tellAsker(db, services, request, line, 'expired')
  await settle(db, request.id)
}

const remind = async (
  db: Db,
  services: Services,
  request: HeldRequest,
  line: Line,
  due: number,
): Promise<void> => {
  await writePartner(db, services, request, line, 'helpReminder', author)
  await markReminded(db, line.id, due)
  await writeDown(db, request.id, { kind: 'reminded', by: '', organizationId: line.organizationId })
  if (due > 1) await tellAsker(db, services, request, line, 'late')
}

/**
 * Reminds partners that have not answered, once before their answer is due and once when it is late, when the school is
 * told too. Where the day the help was wanted by is over, nobody waits any more. Nobody is reminded on a day the district is
 * closed.
 */
export const remindOfHelp = async (db: Db, services: Services, on?: string): Promise<void> => {
  const { closed, ...now } = await answerCalendar(db)
  const today = on ?? now.today
  for (const { id, requestId } of await silentLines(db, today)) {
    const request = (await holdRequest(db, null, requestId))! // its line names it
    const line = await lineOf(db, id)
    if (line?.status !== 'open') continue // answered while the request was waited for
    const due = remindersDue(line.dueOn, today, addWorkingDays(line.dueOn, -1, closed))
    if (request.wantedBy !== null && request.wantedBy < today) await expire(db, services, request, line)
    else if (due > line.reminders && isWorkingDay(today, closed))
      await remind(db, services, request, line, due)
  }
}

export const workOnHelpRequests = async (services: Services): Promise<void> => {
  await services.jobs.work('help-requests', async () => {
    for (const districtId of await districtIds(services))
      await services.write(districtId, author, (db) => remindOfHelp(db, services))
  })
  await services.jobs.every('help-requests', mornings, { of: 'help-requests' })
}
