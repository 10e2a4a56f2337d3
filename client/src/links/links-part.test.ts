import { partnerLinksContract } from '@common-table/shared/links/contract'
import type { LinkItem } from '@common-table/shared/links/schemas'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import LinksPart from './LinksPart.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const link = (n: number, more: Partial<LinkItem>): LinkItem => ({
  id: id(n),
  purpose: 'documents',
  state: 'open',
  organization: { id: id(31), name: 'Harvest Table' },
  school: null,
  partnership: { id: id(41), name: 'Weekend food' },
  name: `Person ${n}`,
  email: `person${n}@harvest.example`,
  createdAt: '2026-01-02T10:00:00Z',
  createdBy: 'The coordinator',
  expiresAt: '2026-02-01T10:00:00Z',
  usedAt: null,
  revokedAt: null,
  lastUsedAt: null,
  useCount: 0,
  ...more,
})

it('lists the links of an organisation with their last use, sends one again and withdraws one', async () => {
  const done: string[] = []
  const page = await render(
    LinksPart,
    answer(partnerLinksContract.listLinks, ({ query }) => {
      expect(query).toEqual({ organizationId: id(31) })
      return {
        items: [
          link(1, { lastUsedAt: '2026-01-03T10:00:00Z', useCount: 3 }),
          link(2, {
            state: 'used',
            usedAt: '2026-01-03T10:00:00Z',
            useCount: 1,
            lastUsedAt: '2026-01-03T10:00:00Z',
          }),
          link(3, { state: 'expired' }),
        ],
        nextCursor: null,
      }
    }),
    answer(partnerLinksContract.sendLinkAgain, ({ params }) => {
      done.push(`again ${params.linkId}`)
      return link(4, {})
    }),
    answer(partnerLinksContract.revokeLink, ({ params }) => {
      done.push(`revoke ${params.linkId}`)
      return link(1, { state: 'revoked' })
    }),
    { props: { organizationId: id(31) }, role: 'coordinator' },
  )
  const rows = page.findAll('li')
  expect(rows[0]!.text()).toContain('Opened 3 times')
  expect(rows[1]!.text()).toContain('Done')
  expect(rows[1]!.findAll('button')).toEqual([])
  expect(rows[2]!.findAll('button').map((one) => one.text())).toEqual(['Send again'])
  await rows[2]!.get('button').trigger('click')
  await flushPromises()
  await rows[0]!.findAll('button')[1]!.trigger('click')
  await flushPromises()
  const confirm = [...document.querySelectorAll<HTMLElement>('[role="alertdialog"] button')].at(-1)!
  confirm.click()
  await flushPromises()
  expect(done).toEqual([`again ${id(3)}`, `revoke ${id(1)}`])
})
