import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { flag, list, manyOf, oneOf, text, useUrlState, whole } from './url-state.ts'

const parts = {
  q: text(),
  sort: text('name'),
  stage: manyOf(['draft', 'active']),
  view: oneOf(['table', 'board'], 'table'),
  year: whole(),
  mine: flag(),
  schools: list(),
}

const at = async (path: string) => {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: { render: () => null } }],
  })
  await router.push(path)
  let url!: ReturnType<typeof useUrlState<typeof parts>>
  mount({ setup: () => ((url = useUrlState(parts)), () => null) }, { global: { plugins: [router] } })
  return { url, router }
}

describe('state in the address', () => {
  it('reads what a shared link says', async () => {
    const { url } = await at('/?q=read&stage=active&view=board&year=2026&mine=1&schools=a&schools=b')
    expect({ ...url.state }).toEqual({
      q: 'read',
      sort: 'name',
      stage: ['active'],
      view: 'board',
      year: 2026,
      mine: true,
      schools: ['a', 'b'],
    })
  })
  it('falls back where the address makes no sense', async () => {
    const { url } = await at('/?view=moon&year=twelve&stage=nope')
    expect([url.state.view, url.state.year, url.state.stage]).toEqual(['table', undefined, []])
  })
  it('writes several changes as one, and leaves defaults out', async () => {
    const { url, router } = await at('/?other=kept&sort=-name')
    url.state.q = 'a b'
    url.state.stage = ['draft']
    url.state.sort = 'name'
    await nextTick()
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/?other=kept&q=a+b&stage=draft')
  })
  it('takes back some or all of it', async () => {
    const { url, router } = await at('/?q=x&mine=1')
    expect(url.changed.value).toEqual(['q', 'mine'])
    url.reset('q')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/?mine=1')
    url.reset()
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/')
  })
})
