import { ProblemError } from '@common-table/shared/contract/problem'
import { linksContract } from '@common-table/shared/people/links-contract'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { answer, render, signedInAs } from '../platform/testing.ts'
import { useSession } from '../platform/session.ts'
import { deviceName } from '../platform/device-name.ts'
import ForgotPasswordPage from './ForgotPasswordPage.vue'
import InvitationPage from './InvitationPage.vue'
import ResetPasswordPage from './ResetPasswordPage.vue'

const owner = {
  email: 'noor@district.example',
  name: 'Noor Haddad',
  locale: 'en' as const,
  districtName: 'Riverbend',
}
const look = (purpose: 'invitation' | 'reset') =>
  answer(linksContract.lookAtLink, ({ body }) => {
    if (body.token !== 'good') throw new ProblemError('link-expired', 'Gone.')
    return { ...owner, purpose }
  })

describe('e-mailed links', () => {
  it('greet an invited person, refuse a weak password at its field, and sign in with a good one', async () => {
    const sent: object[] = []
    const page = await render(
      InvitationPage,
      look('invitation'),
      answer(linksContract.acceptInvitation, ({ body }) => {
        sent.push(body)
        return signedInAs('viewer')
      }),
      { path: '/invitation#good' },
    )
    expect(page.get('h1').text()).toBe('Welcome to Riverbend')
    const [, name, password] = page.findAll('input')
    expect((name!.element as HTMLInputElement).value).toBe('Noor Haddad')
    await password!.setValue('NoorHaddad1234')
    await page.get('form').trigger('submit')
    expect(page.text()).toContain('Leave out your name and e-mail address')
    expect(sent).toEqual([])
    await password!.setValue('four green lanterns')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(sent).toEqual([
      { token: 'good', name: 'Noor Haddad', password: 'four green lanterns', locale: 'en' },
    ])
    expect(useSession().role).toBe('viewer')
  })

  it('say what to do when they do not work any more', async () => {
    const page = await render(ResetPasswordPage, look('reset'), { path: '/reset-password#old' })
    expect(page.text()).toContain('This link does not work any more')
    expect(page.text()).toContain('Ask for a new link')
  })

  it('set a new password and lead to sign-in', async () => {
    const page = await render(
      ResetPasswordPage,
      look('reset'),
      answer(linksContract.resetPassword, () => undefined),
      {
        path: '/reset-password#good',
        routes: [{ path: '/sign-in', name: 'sign-in', component: { render: () => null } }],
      },
    )
    await page.get('input[autocomplete=new-password]').setValue('four green lanterns')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(page.vm.$route.fullPath).toContain('done=password')
  })

  it('are asked for without telling who has an account', async () => {
    const page = await render(
      ForgotPasswordPage,
      answer(linksContract.askForReset, () => undefined),
    )
    await page.get('form').trigger('submit')
    expect(page.text()).toContain('Enter your e-mail address.')
    await page.get('input').setValue('noor@district.example')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(page.text()).toContain('If noor@district.example has an account, a link is on its way.')
  })
})

it.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
    'Chrome, Linux',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1',
    'Safari, iPhone',
  ],
  ['curl/8.5', ''],
])('a browser is called as people call it', (agent, name) => {
  expect(deviceName(agent)).toBe(name)
})
