import { clearanceOf } from '@common-table/shared/compliance/clearance'
import { mergeRequirements } from '@common-table/shared/compliance/requirements'
import type { Db } from '../db/db.ts'
import type { Services } from '../http/services.ts'
import { requirementsOf } from './requirement-queries.ts'
import { anyUnsettled, settlePassports, unsettledPassports } from './settle-queries.ts'

const author = { kind: 'system', id: null, name: 'compliance', requestId: null } as const

/** In one transaction; more than most districts have partners. */
const most = 2000

export const levels = ['low', 'medium', 'high'] as const

/** Works out how passports stand, for every intensity, and keeps it; answers how many. */
export const settleStanding = async (db: Db, organizationId: string | null = null): Promise<number> => {
  const found = await unsettledPassports(db, organizationId, most)
  if (found.length === 0) return 0
  const requirements = mergeRequirements(await requirementsOf(db))
  await settlePassports(
    db,
    found.map(({ id, facts, today, documents }) => {
      const clearances = levels.map((level) => clearanceOf(requirements, facts, documents, level, today))
      const days = clearances.map(({ next }) => next).filter((day) => day !== null)
      return {
        id,
        standing: clearances.map(({ status, reasons }) => ({ status, reasons })),
        changesOn: days.sort()[0] ?? null,
      }
    }),
  )
  return found.length
}

/** Before a list is read: what a write or the passing of days has left open is worked out first. */
export const settleFirst = async (services: Services, districtId: string): Promise<void> => {
  if (await anyUnsettled(services.read(districtId))) await settleDistrict(services, districtId)
}

/** All of a district, however large. */
export const settleDistrict = async (services: Services, districtId: string): Promise<void> => {
  while ((await services.write(districtId, author, (db) => settleStanding(db))) === most);
}
