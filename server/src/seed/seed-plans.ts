import { barriersContract } from '@common-table/shared/barriers/contract'
import { addDays } from '@common-table/shared/calendar/dates'
import { barriersFor } from '@common-table/shared/catalog/barriers'
import { needsContract } from '@common-table/shared/needs/contract'
import { plansContract } from '@common-table/shared/plans/contract'
import type { NewProng } from '@common-table/shared/plans/schemas'
import type { Seed } from './seeds.ts'

const prongs: readonly (Omit<NewProng, 'dueOn'> & { days: number })[] = [
  {
    what: 'A quiet room and a key, three afternoons',
    side: 'school',
    kind: 'own_means',
    owner: 'Assistant principal',
    status: 'under_way',
    days: 14,
  },
  { what: 'Two more groups from January', side: 'partner', kind: 'service', status: 'planned', days: 40 },
  {
    what: 'Letter home in English and Spanish',
    side: 'school',
    kind: 'outreach',
    owner: 'Front office',
    status: 'done',
    days: -10,
  },
  {
    what: 'Ask the transport office for a late bus',
    side: 'district',
    kind: 'policy',
    owner: 'Carmen Ibarra',
    status: 'planned',
    days: -4,
  },
]

/** The most severe needs have a plan of several prongs, one of them late; most say which barrier stands behind them. */
export const seedPlans: Seed = async ({ call, today }) => {
  const { items } = await call(needsContract.listNeeds, {
    query: { limit: 12, status: ['open', 'in_progress'], sort: '-severity' },
  })
  const [first] = items
  if (!first) return
  const params = { needId: first.id }
  if ((await call(plansContract.getPlan, { params })).prongs.length > 0) return
  for (const [at, { id: needId, category }] of items.entries()) {
    const codes = barriersFor(category.code).slice(0, 2)
    if (codes.length > 0 && at % 5 !== 4)
      await call(barriersContract.setNeedBarriers, { params: { needId }, body: { codes } })
    if (at % 4 === 0)
      for (const { days, ...prong } of prongs)
        await call(plansContract.addProng, {
          params: { needId },
          body: { ...prong, dueOn: addDays(today, days) },
        })
  }
}
