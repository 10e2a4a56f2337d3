import { ProblemError } from '@common-table/shared/contract/problem'
import type { Role } from '@common-table/shared/contract/permission'
import type { Invitation, User, UserChange } from '@common-table/shared/people/user-schemas'
import { usersContract } from '@common-table/shared/people/users-contract'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import UsersPage from './UsersPage.vue'

const person = (n: number, more: Partial<User> = {}): User => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  email: `person${n}@district.example`,
  name: `Person ${n}`,
  title: null,
  role: 'viewer',
  status: 'active',
  locale: 'en',
  schools: [],
  lastSignInAt: null,
  invitationExpiresAt: null,
  secondFactor: false,
  createdAt: '2026-01-05T08:00:00Z',
  version: 3,
  ...more,
})
const some = [person(1, { role: 'director' }), person(2, { status: 'invited' })]
const page = (role: Role, path = '/', ...more: Parameters<typeof render>[1][]) =>
  render(
    UsersPage,
    answer(usersContract.listUsers, ({ query }) => ({
      items: query.q ? [] : some.filter(({ status }) => !query.status || status === query.status),
      nextCursor: null,
    })),
    { role, path },
    ...more,
  )
const dialog = () => document.querySelector<HTMLElement>('[role=dialog]')!
const type = (index: number, value: string) => {
  const field = dialog().querySelectorAll('input')[index]!
  field.value = value
  field.dispatchEvent(new Event('input'))
}
const submit = async () => {
  dialog()
    .querySelector('form')!
    .dispatchEvent(new Event('submit', { cancelable: true }))
  await vi.dynamicImportSettled()
  await flushPromises()
}

describe('the people page', () => {
  it('shows who signs in, with role and status, and says what to do when nobody matches', async () => {
    const shown = await page('admin')
    expect(shown.text()).toContain('Person 1')
    expect(shown.text()).toContain('Director')
    expect(shown.text()).toContain('Invited')
    expect((await page('admin', '/?q=zzz')).text()).toContain('Nobody matches')
  })

  it('offers an invitation to those who may invite only', async () => {
    expect((await page('director')).text()).not.toContain('Invite a person')
    expect((await page('admin')).text()).toContain('Invite a person')
  })

  it('invites, and says at its field when the address is taken, in the reader’s language', async () => {
    const asked: Invitation[] = []
    const shown = await page(
      'admin',
      '/',
      { locale: 'es' },
      answer(usersContract.inviteUser, ({ body }) => {
        asked.push(body)
        if (asked.length > 1) return person(3)
        throw new ProblemError('already-exists', 'Someone is here.', {
          fields: [{ field: 'email', rule: 'taken', message: 'Someone is here.' }],
        })
      }),
    )
    await shown.get('header button').trigger('click')
    await vi.dynamicImportSettled()
    await flushPromises()
    type(0, 'ana@district.example')
    type(1, 'Ana')
    await submit()
    expect(dialog().textContent).toContain('Ya hay alguien aquí con esta dirección.')
    type(0, 'ana.b@district.example')
    await submit()
    expect(asked.at(-1)).toMatchObject({ email: 'ana.b@district.example', name: 'Ana', role: 'viewer' })
    expect(asked.at(-1)).not.toHaveProperty('schoolIds')
  })

  it('changes a person with the version that was read, and shows the current one when it was stale', async () => {
    const changes: [UserChange, number][] = []
    await page(
      'admin',
      `/?open=${some[0]!.id}`,
      answer(usersContract.getUser, () => some[0]!),
      answer(usersContract.changeUser, ({ body, ifMatch }) => {
        changes.push([body, ifMatch])
        throw new ProblemError('stale', 'Someone changed this.', { current: some[0] })
      }),
    )
    await flushPromises()
    type(0, 'Person One')
    await submit()
    expect(changes).toMatchObject([[{ name: 'Person One', role: 'director' }, 3]])
    expect(dialog().textContent).toContain('Someone changed this person in the meantime.')
  })

  it('shows a person to those who may only read, without acts', async () => {
    await page(
      'director',
      `/?open=${some[0]!.id}`,
      answer(usersContract.getUser, () => some[0]!),
    )
    await flushPromises()
    expect(dialog().textContent).toContain('Your role shows people but does not change them.')
    expect([...dialog().querySelectorAll('button')].map((one) => one.textContent?.trim())).not.toContain(
      'Save changes',
    )
  })
})
