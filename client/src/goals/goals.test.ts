import { goalsContract as api } from '@common-table/shared/goals/contract'
import type { GoalTree, NewGoalNode } from '@common-table/shared/goals/schemas'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import { objectivesContract } from '@common-table/shared/outcomes/objectives-contract'
import { targetsContract } from '@common-table/shared/outcomes/targets-contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import GoalsPage from './GoalsPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const counts = { met: 1, on_track: 0, at_risk: 1, off_track: 0, no_data: 1 }
const tree: GoalTree = {
  goals: [
    {
      id: id(1),
      title: 'Families are partners',
      description: '',
      owner: { id: id(9), name: 'Robin' },
      status: 'at_risk',
      counts,
      version: 1,
      strategies: [
        {
          activities: { held: 3, planned: 1 },
          id: id(2),
          title: 'Evenings families shape',
          owner: null,
          status: 'at_risk',
          counts,
          version: 3,
          objectives: [
            {
              id: id(3),
              title: 'All four Cs in 90 percent',
              owner: null,
              status: 'at_risk',
              version: 1,
              measure: {
                kind: 'live',
                id: id(4),
                metricId: null,
                name: { en: 'Engagement builds all four Cs', es: 'Las cuatro C' },
                school: null,
                words: { en: '80 is behind the 90 expected.', es: '80 está por detrás de 90.' },
              },
            },
          ],
        },
      ],
    },
  ],
}
const asked = answer(api.getGoalTree, () => tree)

it('shows goal, strategy, objective and measure, each with owner and standing, and the rule', async () => {
  const page = await render(GoalsPage, asked, { role: 'viewer' })
  const text = page.text().replace(/\s+/g, ' ')
  for (const words of [
    'A branch stands as its weakest objective',
    'Families are partners',
    'Answers for it: Robin',
    '2 of 3 objectives have data',
    'Evenings families shape',
    'Engagement builds all four Cs. 80 is behind the 90 expected.',
    'At risk',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('Add a strategy')
})

it('lets those who set the goals add an objective to a strategy', async () => {
  const sent: NewGoalNode[] = []
  const page = await render(
    GoalsPage,
    asked,
    answer(api.addGoalNode, ({ body }) => {
      sent.push(body)
      return tree
    }),
    answer(partnershipsContract.listPartnershipLeads, () => []),
    answer(objectivesContract.listObjectives, () => ({ items: [] })),
    answer(targetsContract.listTargets, () => ({ items: [], nextCursor: null })),
    answer(metricsContract.listMetrics, () => ({ items: [], nextCursor: null })),
    { role: 'director' },
  )
  await page.get('[aria-label="Add an objective to “Evenings families shape”"]').trigger('click')
  await vi.dynamicImportSettled()
  await flushPromises()
  const box = document.querySelector<HTMLTextAreaElement>('[data-field="title"] textarea')!
  box.value = 'Ninety percent by June'
  box.dispatchEvent(new Event('input', { bubbles: true }))
  document
    .querySelector('[data-record-form]')!
    .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await flushPromises()
  await vi.dynamicImportSettled()
  await flushPromises()
  expect(sent).toEqual([{ goalId: id(1), strategyId: id(2), title: 'Ninety percent by June' }])
})
