import { ProblemError } from '@common-table/shared/contract/problem'
import { signInContract } from '@common-table/shared/people/sign-in-contract'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { answer, render, signedInAs } from '../platform/testing.ts'
import { useSession } from '../platform/session.ts'
import SignInPage from './SignInPage.vue'

const settle = async () => {
  await vi.dynamicImportSettled()
  await flushPromises()
}

describe('signing in', () => {
  it('opens the page the person wanted', async () => {
    const page = await render(
      SignInPage,
      answer(signInContract.signIn, () => signedInAs('director')),
      { path: '/sign-in?next=/needs' },
    )
    await page.get('input[type=email]').setValue('robin@example.org')
    await page.get('input[type=password]').setValue('secret')
    await page.get('form').trigger('submit')
    await settle()
    expect(useSession().role).toBe('director')
    expect(page.vm.$route.fullPath).toBe('/needs')
  })
  it('names what is missing and asks nobody', async () => {
    const page = await render(SignInPage)
    await page.get('form').trigger('submit')
    expect(page.text()).toContain('Enter your e-mail address.')
    expect(page.text()).toContain('Enter your password.')
    expect(page.get('input[type=email]').attributes('aria-invalid')).toBe('true')
  })
  it('says what the server refused', async () => {
    const refuse = () => {
      throw new ProblemError('wrong-credentials', 'E-mail or password is not right.')
    }
    const page = await render(SignInPage, answer(signInContract.signIn, refuse))
    await page.get('input[type=email]').setValue('robin@example.org')
    await page.get('input[type=password]').setValue('wrong')
    await page.get('form').trigger('submit')
    await settle()
    expect(page.get('[role=alert]').text()).toBe('E-mail or password is not right.')
  })
})
