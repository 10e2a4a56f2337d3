import { allPermissions } from '@common-table/shared/contract/permission'
import { clientsContract } from '@common-table/shared/clients/contract'
import type { ApiClient, ApiClientInput } from '@common-table/shared/clients/schemas'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import DateBox from '../ui/DateBox.vue'
import ClientsPage from './ClientsPage.vue'
import { dayOf, endOfDay } from './last-day.ts'
import { messages as english } from './messages.en.ts'
import { messages as spanish } from './messages.es.ts'

const client: ApiClient = {
  id: '00000000-0000-4000-8000-000000000001',
  clientId: 'ct.x.y',
  name: 'Roster sync',
  scopes: ['schools:read'],
  createdBy: null,
  createdAt: '2026-01-02T10:00:00Z',
  lastUsedAt: null,
  expiresAt: endOfDay('2090-06-30'),
  revokedAt: null,
  version: 3,
}
const list = answer(clientsContract.listApiClients, () => ({ items: [client] }))

it('a day ends where the person is, and is read back as the same day', () => {
  expect(new Date(endOfDay('2090-06-30')).getHours()).toBe(23)
  expect(dayOf(endOfDay('2090-06-30'))).toBe('2090-06-30')
})

it('shows until when a system works, and gives a new one its last day', async () => {
  const made: ApiClientInput[] = []
  const page = await render(
    ClientsPage,
    { role: 'admin', path: '/?open=new' },
    list,
    answer(clientsContract.createApiClient, ({ body }) => (made.push(body), { client, secret: 's' })),
  )
  expect(page.get('tbody tr').text()).toContain('Jun 30, 2090')
  page.findComponent(DateBox).vm.$emit('update:modelValue', '2091-01-31')
  const form = document.querySelector<HTMLFormElement>('#client')!
  const name = form.querySelector<HTMLInputElement>('[data-field="name"] input')!
  name.value = 'Warehouse'
  name.dispatchEvent(new Event('input'))
  form.querySelector<HTMLElement>('[data-field="scopes"] input')!.click()
  form.dispatchEvent(new Event('submit', { cancelable: true }))
  await flushPromises()
  expect(made).toMatchObject([{ name: 'Warehouse', expiresAt: endOfDay('2091-01-31') }])
})

it('changes what was changed: a name leaves the last day alone, an emptied day takes it away', async () => {
  const sent: unknown[] = []
  const opened = () =>
    render(
      ClientsPage,
      { role: 'admin', path: `/?open=${client.id}` },
      list,
      answer(clientsContract.changeApiClient, ({ body, ifMatch }) => (sent.push([ifMatch, body]), client)),
    )
  const submit = async () => {
    document.querySelector('#client')!.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
  }
  const page = await opened()
  const name = document.querySelector<HTMLInputElement>('#client [data-field="name"] input')!
  name.value = 'Roster'
  name.dispatchEvent(new Event('input'))
  await submit()
  page.unmount()
  const again = await opened()
  again.findComponent(DateBox).vm.$emit('update:modelValue', undefined)
  await submit()
  expect(sent).toEqual([
    [3, { name: 'Roster' }],
    [3, { expiresAt: null }],
  ])
})

it.each([english, spanish])('has words for everything a system may be allowed', ({ may }) => {
  const unsaid = allPermissions.filter((permission) => !(permission.replace(':', '-') in may))
  expect(unsaid).toEqual([])
})
