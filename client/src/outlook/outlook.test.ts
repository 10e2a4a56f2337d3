import { ProblemError } from '@common-table/shared/contract/problem'
import { outlookContract as api } from '@common-table/shared/outlook/contract'
import type { OutlookFacts } from '@common-table/shared/outlook/facts'
import { recommend } from '@common-table/shared/outlook/recommendation'
import type { Outlook, QualityReview } from '@common-table/shared/outlook/schemas'
import { sustainabilityOf } from '@common-table/shared/outlook/sustainability'
import { keptOf } from '@common-table/shared/obligations/standing'
import type { Partnership } from '@common-table/shared/partnerships/schemas'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import OutlookPart from './OutlookPart.vue'
import OutlooksPage from './OutlooksPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const partnership = { id: id(51), name: 'Reading together' }
const year = { id: id(61), name: '2026-27' }
const facts: OutlookFacts = {
  today: '2026-11-22',
  formality: 'formal',
  since: '2024-08-01',
  promises: {
    district: { kept: 1, late: 0, missed: 3, waived: 1 },
    partner: { kept: 9, late: 1, missed: 0, waived: 0 },
  },
  champions: { district: 1, partner: 2 },
  fundings: [{ needed: true, endsOn: '2027-05-30' }],
  agreement: { endsOn: '2027-06-30', renews: false, termMonths: 12 },
  vision: 'lapsed',
  checkIns: null,
  balance: 'balanced',
  needs: { open: 2, closed: 0 },
  quality: null,
}
const outlook = (reviews: QualityReview[] = []): Outlook => {
  const { grounds, verdict } = recommend(facts)
  const { parts, ...lasting } = sustainabilityOf(facts)
  return {
    partnership,
    asOf: facts.today,
    promises: { district: keptOf(facts.promises.district), partner: keptOf(facts.promises.partner) },
    recommendation: { verdict, grounds: [...grounds] },
    sustainability: { ...lasting, parts: [...parts] },
    champions: { district: ['Daniel Whitcomb'], partner: ['Ana Núñez', 'Luis Ortega'] },
    agreement: { id: id(81), title: 'Reading, this year', endsOn: '2027-06-30', renews: false },
    fundings: [
      { id: id(71), name: 'City youth grant', kind: 'grant', needed: true, endsOn: '2027-05-30', version: 1 },
    ],
    reviews,
    schoolYear: year,
  }
}
const review: QualityReview = {
  id: id(91),
  schoolYear: year,
  levels: { alignment: 4, delivery: 3, relationship: 3, equity: 3, data: 2, sustainability: 3 },
  note: '',
  reviewedBy: 'Somebody else',
  reviewedAt: '2026-11-20T10:00:00Z',
  version: 3,
}
const settled = async () => {
  for (let round = 0; round < 3; round++) {
    await flushPromises()
    await vi.dynamicImportSettled()
  }
}
const part = (...answers: Parameters<typeof render>[1][]) =>
  render(
    OutlookPart,
    {
      role: 'coordinator',
      props: { partnership: partnership as Partnership, mayWrite: true }, // the part reads these only
    },
    ...answers,
  )

describe('the outlook of a partnership', () => {
  it('shows the recommendation with every ground, the worst first, and what is not known', async () => {
    const page = await part(answer(api.getOutlook, () => outlook()))
    const text = page.text()
    expect(text).toContain('Revise')
    expect(text).toContain('1 of 4 kept in time within twelve months')
    expect(text).toContain('No review of quality within a year and a half.')
    expect(text.indexOf('Promises of the district')).toBeLessThan(text.indexOf('Balance of investment'))
    expect(text).toContain('90%')
    expect(text).toContain('It rests on too few people')
    expect(text).toContain('6 months ahead')
    expect(text).toContain('City youth grant')
    expect(text).toContain('Daniel Whitcomb')
  })

  it('asks for all six items, and shows what somebody else saved meanwhile', async () => {
    const sent: unknown[] = []
    const page = await part(
      answer(api.getOutlook, () => outlook()),
      answer(api.reviewQuality, (input) => {
        sent.push(input)
        if (sent.length > 1) return outlook([review])
        throw new ProblemError('stale', 'Someone changed this in the meantime.', {
          current: outlook([review]),
        })
      }),
    )
    await page
      .findAll('button')
      .find((one) => one.text() === 'Review 2026-27')!
      .trigger('click')
    await settled()
    const form = document.querySelector<HTMLFormElement>('#review-form')!
    form.dispatchEvent(new Event('submit'))
    await settled()
    expect(form.textContent).toContain('Choose one of the four.')
    expect(sent).toEqual([])
    for (const group of form.querySelectorAll('[role=radiogroup]'))
      group.querySelectorAll<HTMLInputElement>('input')[2]!.click()
    await settled()
    form.dispatchEvent(new Event('submit'))
    await settled()
    expect(form.textContent).toContain('Use of data: the other save says 2')
    form.dispatchEvent(new Event('submit'))
    await settled()
    expect(sent).toMatchObject([{ ifMatch: 0 }, { ifMatch: 3, body: { levels: { equity: 3, data: 3 } } }])
  })
})

it('lists partnerships with what is advised, and keeps what is looked for in the address', async () => {
  const asked: unknown[] = []
  const { recommendation, promises, sustainability } = outlook()
  const page = await render(
    OutlooksPage,
    { role: 'director', locale: 'es', path: '/outlook?look=singleChampion' },
    answer(api.sumKeptPromises, () => ({ partnerships: 1, ...promises })),
    answer(api.listOutlooks, ({ query }) => {
      asked.push(query)
      return {
        items: [
          {
            partnership,
            organization: { id: id(31), name: 'Harvest Table' },
            stage: 'active' as const,
            agreementEndsOn: '2027-06-30',
            promises,
            score: sustainability.score,
            singleChampion: true,
            verdict: recommendation.verdict,
            concerns: ['district_promises' as const],
            balance: 'balanced' as const,
            reviewed: false,
          },
        ],
        nextCursor: null,
      }
    }),
  )
  expect(asked[0]).toMatchObject({ singleChampion: true })
  expect(page.text()).toContain('Revisar')
  expect(page.text()).toContain('Compromisos del distrito')
})
