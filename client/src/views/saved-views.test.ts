import type { SavedView, SavedViewInput } from '@common-table/shared/views/schemas'
import { viewsContract } from '@common-table/shared/views/contract'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import SavedViews from './SavedViews.vue'
import { viewQuery } from './view-query.ts'

const view = (n: number, more: Partial<SavedView> = {}): SavedView => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  page: 'needs',
  name: `View ${n}`,
  query: 'q=a&stage=open',
  shared: false,
  own: true,
  ownerName: 'Robin',
  version: 1,
  ...more,
})

it('a view is the same in whatever order its filters were set, and whatever record is open', () => {
  expect(viewQuery({ stage: ['b', 'a'], q: 'x', open: '7', new: '1' })).toBe(
    viewQuery({ q: 'x', stage: ['a', 'b'] }),
  )
})

it('names the view that is shown, and saves one that has no name yet', async () => {
  const saved: SavedViewInput[] = []
  const given = [
    answer(viewsContract.listViews, () => ({
      items: [view(1), view(2, { own: false, query: 'q=b', ownerName: 'Ana' })],
    })),
    answer(viewsContract.createView, ({ body }) => {
      saved.push(body)
      return view(3)
    }),
  ] as const
  const shown = await render(SavedViews, ...given, {
    props: { page: 'needs' },
    role: 'viewer',
    path: '/needs?q=a&stage=open',
  })
  expect(shown.text()).toContain('View: View 1')
  shown.unmount()
  const fresh = await render(SavedViews, ...given, {
    props: { page: 'needs' },
    role: 'viewer',
    path: '/needs?q=new&open=9',
  })
  await fresh.get('button').trigger('click')
  await flushPromises()
  expect(document.body.textContent).toContain('by Ana')
  expect(document.body.textContent).not.toContain('Everyone in the district sees it')
  const name = document.querySelector<HTMLInputElement>('form input')!
  name.value = 'Mine'
  name.dispatchEvent(new Event('input'))
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
  expect(saved).toEqual([{ page: 'needs', name: 'Mine', query: 'q=new', shared: false }])
})
