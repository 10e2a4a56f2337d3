import { contracts } from '@common-table/shared/contracts'
import { ProblemError } from '@common-table/shared/contract/problem'
import type { Route } from '@common-table/shared/contract/route'
import { describe, expect, it } from 'vitest'
import type { Component } from 'vue'
import { answer, render } from '../platform/testing.ts'
import { pages } from './router.ts'

const id = '00000000-0000-4000-8000-000000000001'
const recordPages = pages.filter(({ path }) => /:\w+Id/.test(path))

const refusing = (error: ProblemError) =>
  Object.values(contracts)
    .flatMap((contract) => Object.values(contract) as Route[])
    .map((route) =>
      answer(route, () => {
        throw error
      }),
    )

const opened = async (path: string, error: ProblemError) => {
  const route = recordPages.find((page) => page.path === path)!
  const { default: page } = await (route.component as () => Promise<{ default: Component }>)()
  const [, param = ''] = /:(\w+Id)/.exec(path) ?? []
  const props = route.props ? { [param]: id } : {}
  return render(page, ...refusing(error), {
    role: 'admin',
    props,
    routes: pages,
    path: path.replace(/:\w+/, id),
  })
}

describe.each(recordPages.map(({ path }) => path))('%s', (path) => {
  it('has its heading when there is no such record', async () => {
    const page = await opened(path, new ProblemError('not-found', 'There is no such record.'))
    expect(page.findAll('h1').map((heading) => heading.text())).toEqual(['Nothing is here'])
    expect(page.get('h1').attributes('tabindex')).toBe('-1')
    const back = page.get('a').attributes('href') ?? ''
    expect(path.startsWith(`${back}/`) && pages.some((one) => one.path === back), `a way back: ${back}`).toBe(
      true,
    )
  })
  it('has its heading when it cannot be read', async () => {
    const page = await opened(path, new ProblemError('unreachable', 'The server could not be reached'))
    expect(page.findAll('h1')).toHaveLength(1)
  })
})
