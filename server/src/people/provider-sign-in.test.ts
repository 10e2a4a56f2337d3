import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createCaller } from '@common-table/shared/contract/caller'
import { accountContract } from '@common-table/shared/people/account-contract'
import { linksContract } from '@common-table/shared/people/links-contract'
import { signInContract } from '@common-table/shared/people/sign-in-contract'
import type { SignedIn } from '@common-table/shared/people/schemas'
import { district, otherDistrict, personOf, sendTo, useApi } from '../../test/support/api.ts'
import { startProvider } from '../../test/support/oidc-provider.ts'

const provider = await startProvider({ id: 'common-table', secret: 'a secret of the provider' })
afterAll(() => provider.stop())
const env = {
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: 'common-table',
  OIDC_CLIENT_SECRET: 'a secret of the provider',
  OIDC_LABEL: 'Riverbend directory',
}

describe('signing in with the identity provider', () => {
  const test = useApi({ env })
  const email = 'director@riverbend.example'
  beforeEach(() => provider.say({ email, email_verified: true }))

  const go = async (path: string, cookies: Record<string, string> = {}) => {
    const answer = await test.app.inject({ url: path, cookies, headers: { 'user-agent': 'A browser' } })
    const set = Object.fromEntries(answer.cookies.map((one) => [one.name, one]))
    return { status: answer.statusCode, to: String(answer.headers.location ?? ''), set }
  }
  const pathOf = (address: string) => address.slice(new URL(address).origin.length)
  /** Away to the provider and back, as a browser goes. */
  const there = async (next = '') => {
    const away = await go(`/oauth/sign-in${next && `?next=${encodeURIComponent(next)}`}`)
    const journey = away.set.ct_journey!
    return { away, journey, back: pathOf(await provider.visit(away.to)) }
  }
  const signIn = async (next = '') => {
    const { journey, back } = await there(next)
    return go(back, { ct_journey: journey.value })
  }

  it('is offered by its name where it is set', async () => {
    expect(await test.anonymous(signInContract.signInWays)).toEqual({
      provider: { label: 'Riverbend directory', path: '/oauth/sign-in' },
    })
  })

  it('opens a session for a person the district knows, writes it down, and goes on to the page they wanted', async () => {
    const { away, journey, back } = await there('/needs?q=a')
    const asked = new URL(away.to).searchParams
    expect(away.to).toMatch(new RegExp(`^${provider.issuer}/authorize`))
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('redirect_uri')).toBe('http://127.0.0.1:4310/oauth/callback')
    expect(journey).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/oauth', maxAge: 600 })
    expect(journey.value).not.toContain(asked.get('state'))
    const done = await go(back, { ct_journey: journey.value })
    expect(done).toMatchObject({ status: 302, to: '/needs?q=a' })
    expect(done.set.ct_journey!.value).toBe('')
    expect(done.set.ct_refresh).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/v1/auth' })
    const renewed = await test.app.inject({
      method: 'POST',
      url: '/api/v1/auth/refresh',
      cookies: { ct_refresh: done.set.ct_refresh!.value },
      headers: { 'user-agent': 'A browser' },
    })
    const { accessToken, user } = renewed.json<SignedIn>()
    expect(user).toMatchObject({ id: personOf('director'), role: 'director' })
    const director = createCaller(sendTo(test.app, accessToken))
    expect((await director(accountContract.listSessions)).items).toMatchObject([{ device: 'A browser' }])
    expect(
      await test.sql("select actor_id, changes->>'by' as by from audit_log where action = 'sign_in'"),
    ).toEqual([{ actor_id: personOf('director'), by: 'provider' }])
  })

  it('goes nowhere else, whatever the address bar asked', async () => {
    for (const trap of ['https://evil.example', '//evil.example', '/\\evil.example'])
      expect((await signIn(trap)).to).toBe('/')
  })

  it('accepts the invitation of a person who was invited; the link in their mail is used up', async () => {
    const [person] = await test.sql<{ id: string }>(
      `insert into users (district_id, email, name, role, status) values ('${district}', 'new@riverbend.example', 'New', 'viewer', 'invited') returning id`,
    )
    await test.sql(
      `insert into user_links (district_id, user_id, purpose, token_hash, expires_at) values ('${district}', '${person!.id}', 'invitation', 'x', now() + interval '1 day')`,
    )
    provider.say({ email: 'New@Riverbend.example', email_verified: true })
    expect((await signIn()).set.ct_refresh?.value).toBeTruthy()
    expect(
      await test.sql(
        `select u.status, l.used_at is not null as used from users u join user_links l on l.user_id = u.id where u.id = '${person!.id}'`,
      ),
    ).toEqual([{ status: 'active', used: true }])
    expect(
      await test.sql("select kind, facts from notifications where kind = 'people.accepted' limit 1"),
    ).toEqual([{ kind: 'people.accepted', facts: { name: 'New' } }])
    await expect(
      test.anonymous(linksContract.lookAtLink, { body: { token: `${district}.x` } }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/link-expired|invalid-input/) })
  })

  it('reads the address at the userinfo endpoint when the token does not hold it', async () => {
    provider.say({ email, email_verified: true, atUserInfo: true })
    expect((await signIn()).set.ct_refresh?.value).toBeTruthy()
    expect(provider.seen).toContain('/userinfo')
  })

  it.each([
    [
      'an address nobody was invited with',
      { email: 'stranger@riverbend.example', email_verified: true },
      'stranger',
    ],
    ['an address the provider has not proved', { email, email_verified: false }, 'unproved'],
    ['an address the provider says nothing about', { email }, 'unproved'],
    ['no address', { email_verified: true }, 'unproved'],
    ['a token for another moment', { email, email_verified: true, nonce: 'of another sign-in' }, 'failed'],
    ['a token for another installation', { email, email_verified: true, aud: 'another' }, 'failed'],
    ['a token of another provider', { email, email_verified: true, iss: 'https://evil.example' }, 'failed'],
    ['a token that has expired', { email, email_verified: true, exp: 1_000_000_000 }, 'failed'],
    ['a token signed by someone else', { email, email_verified: true, forged: true }, 'failed'],
    ['a person who pressed Cancel', { error: 'access_denied' }, 'failed'],
  ])('refuses %s', async (_, said, why) => {
    provider.say(said)
    const sessions = () => test.sql('select count(*)::integer as n from sessions')
    const before = await sessions()
    const done = await signIn()
    expect(done).toMatchObject({ status: 302, to: `/sign-in?provider=${why}` })
    expect(done.set.ct_refresh).toBeUndefined()
    expect(await sessions()).toEqual(before)
  })

  it('refuses a person whose account is switched off', async () => {
    await test.sql("update users set status = 'deactivated' where id = $1", [personOf('viewer')])
    provider.say({ email: 'viewer@riverbend.example', email_verified: true })
    expect((await signIn()).to).toBe('/sign-in?provider=off')
  })

  it('asks for the password where one address belongs to several districts', async () => {
    await test.sql(
      `insert into users (district_id, email, name, role, status) values ('${otherDistrict}', '${email}', 'Twice', 'viewer', 'active')`,
    )
    expect((await signIn()).to).toBe('/sign-in?provider=several')
    await test.sql(`delete from users where district_id = '${otherDistrict}' and email = '${email}'`)
  })

  it('refuses what comes back without its journey, to another journey, twice, or changed', async () => {
    const { journey, back } = await there()
    expect((await go(back)).to).toBe('/sign-in?provider=expired')
    expect((await go(back, { ct_journey: 'sealed.1.AAAA' })).to).toBe('/sign-in?provider=expired')
    expect((await go(back, { ct_journey: '{"state":"x"}' })).to).toBe('/sign-in?provider=expired')
    const other = await there()
    expect((await go(back, { ct_journey: other.journey.value })).to).toBe('/sign-in?provider=failed')
    expect((await go(`${back}x`, { ct_journey: journey.value })).to).toBe('/sign-in?provider=failed')
    const again = await there()
    expect((await go(again.back, { ct_journey: again.journey.value })).to).toBe('/')
    expect((await go(again.back, { ct_journey: again.journey.value })).to).toBe('/sign-in?provider=failed')
  })
})

describe('without an identity provider', () => {
  const test = useApi()

  it('offers none and has no way to one', async () => {
    expect(await test.anonymous(signInContract.signInWays)).toEqual({ provider: null })
    for (const url of ['/oauth/sign-in', '/oauth/callback?code=x&state=y'])
      expect((await test.app.inject({ url })).statusCode).toBe(404)
  })
})

describe('with an identity provider that does not answer', () => {
  const test = useApi({ env: { ...env, OIDC_ISSUER: 'http://127.0.0.1:9' } })

  it('says so on the sign-in page', async () => {
    const answer = await test.app.inject({ url: '/oauth/sign-in' })
    expect(answer.headers.location).toBe('/sign-in?provider=unreachable')
  })
})
