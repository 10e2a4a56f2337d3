import { addMonths } from '@common-table/shared/calendar/dates'
import { outlookContract } from '@common-table/shared/outlook/contract'
import type { NewFunding, QualityLevels } from '@common-table/shared/outlook/schemas'
import type { SeedContext } from './seeds.ts'

/** What pays for partnerships, in turn: safe for years, ending soon, and gifts without an end. */
const fundingsOf = (at: number, today: string): NewFunding[] =>
  (
    [
      [
        { name: 'Riverbend Youth Fund', kind: 'grant', needed: true, endsOn: addMonths(today, 27) },
        { name: 'Snacks from the market', kind: 'donations', needed: false, endsOn: null },
      ],
      [
        {
          name: 'After-school grant of the state',
          kind: 'public_funds',
          needed: true,
          endsOn: addMonths(today, 5),
        },
      ],
      [{ name: 'Own budget of the partner', kind: 'partner_budget', needed: true, endsOn: null }],
      [],
    ] as const
  )[at % 4]!.map((funding) => ({ ...funding }))

const levels: readonly QualityLevels[] = [
  { alignment: 4, delivery: 4, relationship: 3, equity: 3, data: 3, sustainability: 3 },
  { alignment: 3, delivery: 2, relationship: 3, equity: 2, data: 2, sustainability: 2 },
  { alignment: 3, delivery: 3, relationship: 4, equity: 3, data: 2, sustainability: 3 },
  { alignment: 2, delivery: 1, relationship: 2, equity: 2, data: 1, sustainability: 1 },
]

/** Funding and yearly reviews of some partnerships at work; the others still wait for theirs. */
export const seedOutlook = async ({ call, today }: SeedContext): Promise<void> => {
  const { items } = await call(outlookContract.listOutlooks, { query: { limit: 24 } })
  // Those that promised something tell the most.
  const chosen = items.toSorted(
    (a, b) => Number(b.promises.partner.share !== null) - Number(a.promises.partner.share !== null),
  )
  for (const [at, { partnership, reviewed, promises }] of chosen.slice(0, 12).entries()) {
    const params = { partnershipId: partnership.id }
    const { fundings, schoolYear } = await call(outlookContract.getOutlook, { params })
    if (fundings.length > 0 || reviewed) continue
    for (const body of fundingsOf(at, today)) await call(outlookContract.addFunding, { params, body })
    if (at % 4 === 2 || !schoolYear) continue
    await call(outlookContract.reviewQuality, {
      params: { ...params, schoolYearId: schoolYear.id },
      body: {
        levels: levels[(promises.partner.share ?? 1) < 0.5 ? 3 : at % 3]!, // what was not kept is not rated high
        note: 'Seen in two visits, and talked over with the partner.',
      },
      ifMatch: 0,
    })
  }
}
