import { ProblemError } from '@common-table/shared/contract/problem'
import { signInContract } from '@common-table/shared/people/sign-in-contract'
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { answer, render, signedInAs } from '../platform/testing.ts'
import { useSession } from '../platform/session.ts'
import SignInPage from './SignInPage.vue'

const ways = answer(signInContract.signInWays, () => ({ provider: null }))
const settle = async () => {
  await vi.dynamicImportSettled()
  await flushPromises()
}

describe('signing in', () => {
  it('opens the page the person wanted', async () => {
    const page = await render(
      SignInPage,
      ways,
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
    const page = await render(SignInPage, ways)
    await page.get('form').trigger('submit')
    expect(page.text()).toContain('Enter your e-mail address.')
    expect(page.text()).toContain('Enter your password.')
    expect(page.get('input[type=email]').attributes('aria-invalid')).toBe('true')
  })
  it.each([
    [new ProblemError('wrong-credentials', 'No.'), 'El correo o la contraseña no son correctos.'],
    [new ProblemError('too-many-requests', 'No.', { retryAfter: 240 }), 'Espere 4 minutos'],
    [new ProblemError('not-permitted', 'No.'), 'Esta cuenta está desactivada.'],
    [
      new ProblemError('unavailable', 'The database is not answering just now.'),
      'El servidor no responde en este momento.',
    ],
  ])('says what the server refused: %s', async (problem, sentence) => {
    const refuse = () => {
      throw problem
    }
    const page = await render(SignInPage, ways, answer(signInContract.signIn, refuse), { locale: 'es' })
    await page.get('input[type=email]').setValue('robin@example.org')
    await page.get('input[type=password]').setValue('wrong')
    await page.get('form').trigger('submit')
    await settle()
    expect(page.get('[role=alert]').text()).toContain(sentence)
  })
  it('asks for the district when the address belongs to several', async () => {
    const asked: object[] = []
    const page = await render(
      SignInPage,
      ways,
      answer(signInContract.signIn, ({ body }) => {
        asked.push(body)
        if (body.district) return signedInAs('viewer')
        throw new ProblemError('invalid-input', 'Choose.', {
          fields: [{ field: 'district', rule: 'choose', message: 'Choose.' }],
          current: [{ id: 'd1', name: 'Riverbend' }],
        })
      }),
    )
    await page.get('input[type=email]').setValue('robin@example.org')
    await page.get('input[type=password]').setValue('secret')
    await page.get('form').trigger('submit')
    await settle()
    await page.get('select').setValue('d1')
    await page.get('form').trigger('submit')
    await settle()
    expect(asked.at(-1)).toMatchObject({ district: 'd1' })
    expect(useSession().role).toBe('viewer')
  })

  it('offers the identity provider where there is one, and goes on to the page the person wanted', async () => {
    const page = await render(
      SignInPage,
      answer(signInContract.signInWays, () => ({
        provider: { label: 'Riverbend directory', path: '/oauth/sign-in' },
      })),
      { path: '/sign-in?next=/needs?q=a', locale: 'es' },
    )
    await settle()
    const link = page.get('a[href^="/oauth/"]')
    expect(link.text()).toBe('Entrar con Riverbend directory')
    expect(link.attributes('href')).toBe('/oauth/sign-in?next=%2Fneeds%3Fq%3Da')
  })
  it('says why the provider’s answer was not enough, and nothing an address bar makes up', async () => {
    const shown = async (why: string) => {
      const page = await render(SignInPage, ways, { path: `/sign-in?provider=${why}` })
      await settle()
      return page.findAll('[role=alert]').map((one) => one.text())
    }
    expect(await shown('stranger')).toEqual([
      'Nobody has invited this address yet. Ask an administrator of your district.',
    ])
    expect(await shown('action')).toEqual([])
    expect(await shown('%3Cb%3E')).toEqual([])
  })
})
