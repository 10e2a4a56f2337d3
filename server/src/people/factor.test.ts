import { beforeAll, describe, expect, it } from 'vitest'
import { createCaller } from '@common-table/shared/contract/caller'
import { factorContract as api } from '@common-table/shared/people/factor-contract'
import { signInContract } from '@common-table/shared/people/sign-in-contract'
import { usersContract } from '@common-table/shared/people/users-contract'
import { personOf, sendTo, useApi } from '../../test/support/api.ts'
import { factorUse } from './factor.ts'
import { hashPassword } from './passwords.ts'
import { base32, matchingStep, stepAt, totpCode } from './totp.ts'

describe('codes of an authenticator app', () => {
  const secret = base32(Buffer.from('12345678901234567890'))
  // RFC 6238, appendix B, the last six digits of its SHA-1 column.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1234567890, '005924'],
    [20000000000, '353130'],
  ])('are those of the standard at %i seconds', (seconds, code) => {
    expect(totpCode(secret, Math.floor(seconds / 30))).toBe(code)
  })

  it('hold half a minute before and after, and once', () => {
    const now = new Date('2026-03-01T12:00:10Z')
    const step = stepAt(now)
    expect(matchingStep(secret, totpCode(secret, step - 1), now, null)).toBe(step - 1)
    expect(matchingStep(secret, totpCode(secret, step + 1), now, null)).toBe(step + 1)
    expect(matchingStep(secret, totpCode(secret, step - 2), now, null)).toBeUndefined()
    expect(matchingStep(secret, totpCode(secret, step), now, step)).toBeUndefined()
    expect(matchingStep(secret, 'ö', now, null)).toBeUndefined()
  })
})

describe('a second factor', () => {
  const test = useApi()
  const password = 'seven quiet rivers'
  const email = 'analyst@riverbend.example'
  const signIn = (code?: string) =>
    test.anonymous(signInContract.signIn, { body: { email, password, ...(code && { code }) } })
  beforeAll(async () => {
    await test.sql('update users set password_hash = $1', [await hashPassword(password)])
  })

  it('is set up with the password and a first code, then asked for; a code and a recovery code work once', async () => {
    const analyst = createCaller(sendTo(test.app, (await signIn()).accessToken))
    await expect(analyst(api.startFactor, { body: { password: 'wrong' } })).rejects.toMatchObject({
      fields: [{ field: 'password', rule: 'wrong' }],
    })
    await expect(analyst(api.confirmFactor, { body: { code: '000000' } })).rejects.toMatchObject({
      code: 'step-not-possible',
    })
    const { secret, uri } = await analyst(api.startFactor, { body: { password } })
    expect(uri).toContain(`secret=${secret}`)
    expect((await signIn()).user.email).toBe(email)
    const now = stepAt(new Date())
    await expect(analyst(api.confirmFactor, { body: { code: 'abcdef' } })).rejects.toMatchObject({
      fields: [{ field: 'code' }],
    })
    const { recoveryCodes } = await analyst(api.confirmFactor, { body: { code: totpCode(secret, now) } })
    expect(new Set(recoveryCodes).size).toBe(10)

    await expect(signIn()).rejects.toMatchObject({ code: 'second-factor-required' })
    await expect(signIn(totpCode(secret, now))).rejects.toMatchObject({ code: 'second-factor-required' })
    expect((await signIn(totpCode(secret, now + 1))).user.email).toBe(email)
    expect((await signIn(recoveryCodes[0]!.toUpperCase())).user.email).toBe(email)
    await expect(signIn(recoveryCodes[0])).rejects.toMatchObject({ code: 'second-factor-required' })
    expect(await analyst(api.getFactor)).toMatchObject({ recoveryLeft: 9 })
  })

  it('keeps the app’s secret sealed, opens one from before there was a vault, and seals it when it is used', async () => {
    const stored = async () =>
      (
        await test.sql<{ second_factor_secret: string }>(
          'select second_factor_secret from users where email = $1',
          [email],
        )
      )[0]!.second_factor_secret
    const sealed = await stored()
    expect(sealed).toMatch(/^sealed\.1\./)
    const secret = test.services.vault.open(factorUse(personOf('analyst')), sealed)!
    await test.sql('update users set second_factor_secret = $1, second_factor_step = null where email = $2', [
      secret,
      email,
    ])
    await signIn(totpCode(secret, stepAt(new Date())))
    expect(await stored()).toMatch(/^sealed\.1\./)
    expect(test.services.vault.open(factorUse(personOf('analyst')), await stored())).toBe(secret)
  })

  it('pauses after wrong codes as after wrong passwords', async () => {
    await test.sql('update users set failed_sign_ins = 0, locked_until = null where email = $1', [email])
    for (let tries = 0; tries < 5; tries++)
      await expect(signIn('111111')).rejects.toMatchObject({ code: 'second-factor-required' })
    await expect(signIn('111111')).rejects.toMatchObject({ code: 'too-many-requests' })
    await test.sql('update users set failed_sign_ins = 0, locked_until = null where email = $1', [email])
  })

  it('is switched off by its person with the password, or by an administrator for a lost phone', async () => {
    const params = { userId: personOf('analyst') }
    expect(await test.as('admin')(usersContract.getUser, { params })).toMatchObject({ secondFactor: true })
    await expect(test.as('director')(usersContract.removeUserFactor, { params })).rejects.toMatchObject({
      code: 'not-permitted',
    })
    await test.as('admin')(usersContract.removeUserFactor, { params })
    const { accessToken } = await signIn()
    const analyst = createCaller(sendTo(test.app, accessToken))
    const { secret } = await analyst(api.startFactor, { body: { password } })
    await analyst(api.confirmFactor, { body: { code: totpCode(secret, stepAt(new Date())) } })
    await expect(analyst(api.removeFactor, { body: { password: 'wrong' } })).rejects.toMatchObject({
      fields: [{ field: 'password' }],
    })
    await analyst(api.removeFactor, { body: { password } })
    expect((await signIn()).user.email).toBe(email)
  })

  it('is never written into the audit', async () => {
    const entries = await test.sql("select changes::text as text from audit_log where table_name = 'users'")
    expect(JSON.stringify(entries)).not.toContain('second_factor_secret')
    expect(JSON.stringify(entries)).toContain('second_factor_at')
  })
})
