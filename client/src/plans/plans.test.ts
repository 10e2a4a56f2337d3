import { barriersContract } from '@common-table/shared/barriers/contract'
import { plansContract as api } from '@common-table/shared/plans/contract'
import type { Prong } from '@common-table/shared/plans/schemas'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import BarriersPage from '../barriers/BarriersPage.vue'
import { answer, render } from '../platform/testing.ts'
import NeedPlan from './NeedPlan.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const prong: Prong = {
  id: id(1),
  what: 'Ask for a late bus',
  side: 'district',
  owner: 'Carmen',
  kind: 'policy',
  dueOn: '2026-11-18',
  status: 'planned',
  doneOn: null,
  overdue: true,
  partnership: null,
  service: null,
  metric: {
    id: id(9),
    name: 'Chronic absence rate',
    nameEs: 'Ausentismo crónico',
    code: 'chronic_absence_rate',
  },
  version: 3,
}

describe('the plan of a need', () => {
  it('shows who leads, what is late and what it should move, and takes done with one press', async () => {
    const change = vi.fn(() => ({ ...prong, status: 'done' as const, overdue: false }))
    const page = await render(
      NeedPlan,
      { role: 'school', props: { needId: id(2) } },
      answer(api.getPlan, () => ({ prongs: [prong] })),
      answer(api.changeProng, change),
    )
    for (const part of [
      'Ask for a late bus',
      'Overdue since',
      'District: Carmen',
      'Should move: Chronic absence rate',
    ])
      expect(page.text()).toContain(part)
    await page.find('button[aria-label="Done: Ask for a late bus"]').trigger('click')
    await flushPromises()
    expect(change).toHaveBeenCalledWith(expect.objectContaining({ body: { status: 'done' }, ifMatch: 3 }))
  })

  it('says in Spanish how to begin, and offers a viewer no button', async () => {
    const page = await render(
      NeedPlan,
      { role: 'viewer', locale: 'es', props: { needId: id(2) } },
      answer(api.getPlan, () => ({ prongs: [] })),
    )
    expect(page.text()).toContain('Todavía no hay ninguna parte')
    expect(page.findAll('button')).toHaveLength(0)
  })
})

it('the barriers show the chain to needs, help, partners and the metric', async () => {
  const page = await render(
    BarriersPage,
    { role: 'director' },
    answer(barriersContract.listBarriers, () => ({
      items: [
        {
          code: 'food',
          family: 'barriers' as const,
          name: 'Not enough food',
          nameEs: 'Falta de alimentos',
          active: true,
          standard: true,
          needs: { open: 2, schools: 1, students: 40 },
          categories: [
            {
              id: id(3),
              code: 'bn_food',
              name: 'Food pantry',
              nameEs: 'Despensa',
              partners: 1,
              openNeeds: 0,
            },
          ],
          metric: prong.metric,
          version: 1,
        },
      ],
    })),
  )
  const text = page.find('#food').text()
  for (const part of [
    '2 needs, at one school',
    '40 students',
    'Food pantry',
    '1 partner',
    'nothing waits',
    'Chronic absence rate',
  ])
    expect(text).toContain(part)
})
