import { toolkitContract as api } from '@common-table/shared/toolkit/contract'
import type { Resource } from '@common-table/shared/toolkit/schemas'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import ResourcePage from './ResourcePage.vue'
import ToolkitPage from './ToolkitPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const resource: Resource = {
  id: id(1),
  kind: 'guide',
  title: 'The first month of a mentor',
  summary: 'Week by week.',
  body: 'Week 1.\n\nWeek 2.',
  link: '',
  file: { name: 'mentor.pdf', mediaType: 'application/pdf', sizeBytes: 900 },
  tags: ['mentoring'],
  categories: [{ id: id(5), name: 'Tutoring', nameEs: 'Tutoría' }],
  audiences: ['staff', 'partner'],
  language: 'en',
  source: 'Our office',
  reviewOn: '2025-01-10',
  due: true,
  isPublic: false,
  authorName: 'Robin',
  updatedAt: '2025-01-01T00:00:00Z',
  version: 3,
}
const facets = answer(api.resourceFacets, () => ({
  total: 1,
  due: 1,
  kinds: [{ value: 'guide' as const, count: 1 }],
  audiences: [{ value: 'staff' as const, count: 1 }],
  languages: [{ value: 'en', count: 1 }],
  tags: [{ value: 'mentoring', count: 1 }],
  categories: [{ id: id(5), name: 'Tutoring', nameEs: 'Tutoría', count: 1 }],
}))

it('the toolkit asks for what its address says, and names what there is to narrow it by', async () => {
  const asked: unknown[] = []
  const page = await render(
    ToolkitPage,
    facets,
    answer(api.listResources, ({ query }) => {
      asked.push(query)
      return { items: [resource], nextCursor: null, total: 1 }
    }),
    { path: `/outcomes/toolkit?q=month&kind=guide&category=${id(5)}&due=1` },
  )
  expect(asked.at(-1)).toMatchObject({ q: 'month', kind: ['guide'], categoryId: [id(5)], due: true })
  expect(page.get('h2').text()).toBe('The first month of a mentor')
  expect(page.text()).toContain('To be looked over (1)')
})

it('an empty toolkit says what to begin with, and offers it to those who may', async () => {
  const none = answer(api.listResources, () => ({ items: [], nextCursor: null, total: 0 }))
  const page = await render(ToolkitPage, facets, none)
  expect(page.text()).toContain('Begin with what you send again and again')
  const reader = await render(ToolkitPage, facets, none, { role: 'viewer' })
  expect(reader.text()).not.toContain('Add the first resource')
})

it('a resource that is due is looked over with one press, under its version', async () => {
  const asked: unknown[] = []
  const page = await render(
    ResourcePage,
    answer(api.getResource, () => resource),
    answer(api.changeResource, ({ body, ifMatch }) => {
      asked.push({ body, ifMatch })
      return { ...resource, due: false }
    }),
    { role: 'coordinator', props: { resourceId: id(1) } },
  )
  expect(page.text()).toContain('Download mentor.pdf')
  await page
    .findAll('button')
    .find((button) => button.text().includes('still holds'))!
    .trigger('click')
  await flushPromises()
  expect(asked).toMatchObject([
    { ifMatch: 3, body: { reviewOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) } },
  ])
})
