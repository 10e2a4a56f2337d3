import { ProblemError } from '@common-table/shared/contract/problem'
import { factorContract } from '@common-table/shared/people/factor-contract'
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import FactorCard from './FactorCard.vue'

it('sets a second factor up: password, key, first code, and the recovery codes once', async () => {
  let since: string | null = null
  const card = await render(
    FactorCard,
    answer(factorContract.getFactor, () => ({ since, recoveryLeft: since ? 2 : 0 })),
    answer(factorContract.startFactor, ({ body }) => {
      if (body.password === 'right') return { secret: 'ABCDEFGH', uri: 'otpauth://totp/x?secret=ABCDEFGH' }
      throw new ProblemError('invalid-input', 'No.', {
        fields: [{ field: 'password', rule: 'wrong', message: 'No.' }],
      })
    }),
    answer(factorContract.confirmFactor, () => {
      since = '2026-03-01T10:00:00Z'
      return { recoveryCodes: ['aaaaa-bbbbb', 'ccccc-ddddd'] }
    }),
    { role: 'viewer' },
  )
  const send = async (value: string) => {
    await card.get('input').setValue(value)
    await card.get('form').trigger('submit')
    await flushPromises()
  }
  await card.get('button').trigger('click')
  await send('wrong')
  expect(card.text()).toContain('This is not your current password.')
  await send('right')
  expect(card.text()).toContain('ABCD EFGH')
  await vi.dynamicImportSettled()
  expect(card.get('[role=img]').attributes('aria-label')).toBe('Code to scan with an authenticator app')
  await send('123456')
  expect(card.text()).toContain('aaaaa-bbbbb')
  await card.findAll('button').at(-1)!.trigger('click')
  expect(card.text()).not.toContain('aaaaa-bbbbb')
  expect(card.text()).toContain('2 recovery codes left')
})
