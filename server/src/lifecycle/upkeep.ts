import type { Services } from '../http/services.ts'
import { districtIds } from '../district/index.ts'
import { endWhatIsDue } from './rollover-queries.ts'

const author = { kind: 'system', id: null, name: 'upkeep', requestId: null } as const

/** After midnight everywhere in the United States, before anyone is at work. */
const nightly = '40 9 * * *'

/** Ends, every night, what a roll-over decided to end and whose last day is over. */
export const workOnEndings = async (services: Services): Promise<void> => {
  await services.jobs.work('endings', async () => {
    for (const districtId of await districtIds(services))
      await services.write(districtId, author, endWhatIsDue)
  })
  await services.jobs.every('endings', nightly, { of: 'roll-overs' })
}
