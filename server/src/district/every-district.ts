import { statement } from '../db/statement.ts'
import type { Services } from '../http/services.ts'

const everywhere = statement<{ id: string }>('select district_ids() as id')

/** The districts of this installation, for work that is done in each of them, one at a time. */
export const districtIds = async (services: Services): Promise<string[]> =>
  (await services.read('').many(everywhere)).map(({ id }) => id)
