import { describe, expect, it } from 'vitest'
import { ProblemError } from '@common-table/shared/contract/problem'
import { render } from '../platform/testing.ts'
import DuplicateNotice from './DuplicateNotice.vue'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const neighbour = (n: number, name: string, differences: string[]) => ({
  kind: 'service',
  id: id(n),
  name,
  organization: { id: id(9), name: 'Readers' },
  school: { id: id(8), name: 'Lincoln' },
  category: { id: id(7), name: 'Early literacy', nameEs: 'Lectura temprana' },
  tier: 2,
  differences,
})
const refused = new ProblemError('already-exists', 'may double', {
  reason: 'may-duplicate',
  current: {
    duplicates: [neighbour(1, 'Reading circle', [])],
    others: [neighbour(2, 'Summer pages', ['time', 'grades'])],
  },
})

describe('the notice of help that looks the same', () => {
  it('offers three ways out, and says what tells the others apart', async () => {
    const page = await render(DuplicateNotice, { props: { problem: refused }, role: 'coordinator' })
    const links = page.findAll('a').map((link) => link.text())
    expect(links).toEqual(['Reading circle', 'the needs that come first'])
    expect(page.find('textarea').exists()).toBe(true)
    expect(page.text()).toContain('Not a duplicate: At another time and For other grades')
  })

  it('speaks Spanish, and is silent about other refusals', async () => {
    const page = await render(DuplicateNotice, {
      props: { problem: refused },
      role: 'coordinator',
      locale: 'es',
    })
    expect(page.text()).toContain('Readers en Lincoln: Lectura temprana')
    const other = await render(DuplicateNotice, { props: { problem: new ProblemError('stale', 'x') } })
    expect(other.text()).toBe('')
  })
})
