import type { Services } from '../http/services.ts'
import { statement } from '../db/statement.ts'
import { districtIds } from '../district/index.ts'

const author = { kind: 'system', id: null, name: 'today', requestId: null } as const
const hourly = '23 * * * *'

/** What anybody still holds is minutes old, and no transaction takes an hour. */
const forget = statement(
  "delete from document_marks where district_id = app_district() and kind like 'today\\_%' and made_at < now() - interval '1 hour'",
)

/** Takes away the marks of changes that every look has seen by now. */
export const forgetOldMarks = async (services: Services, districtId: string): Promise<void> => {
  await services.write(districtId, author, (db) => db.run(forget))
}

export const workOnToday = async (services: Services): Promise<void> => {
  await services.jobs.work('today', async () => {
    for (const districtId of await districtIds(services)) await forgetOldMarks(services, districtId)
  })
  await services.jobs.every('today', hourly, {})
}
