import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { accountContract as account } from '@common-table/shared/people/account-contract'
import { createCaller } from '@common-table/shared/contract/caller'
import { district, id, otherDistrict, personOf, sendTo, useApi } from '../../test/support/api.ts'
import { hashPassword } from './passwords.ts'

const password = 'seven quiet rivers'

describe('signing in', () => {
  const api = useApi()

  beforeEach(async () => {
    const hash = await hashPassword(password)
    await api.sql(
      "update users set password_hash = $1, failed_sign_ins = 0, locked_until = null, status = 'active'",
      [hash],
    )
  })

  const post = async (path: string, payload?: object, cookie?: string) => {
    const answer = await api.app.inject({
      method: 'POST',
      url: `/api/v1/auth/${path}`,
      ...(payload && { payload }),
      headers: { ...(cookie && { cookie: `ct_refresh=${cookie}` }), 'user-agent': 'A browser' },
    })
    const set = answer.cookies.find(({ name }) => name === 'ct_refresh')
    return { status: answer.statusCode, body: answer.body ? answer.json() : undefined, cookie: set }
  }
  const signIn = (email: string, secret = password, more: object = {}) =>
    post('sign-in', { email, password: secret, ...more })
  const callWith = (token: string) => createCaller(sendTo(api.app, token))
  const heard = () => new Promise((resolve) => setTimeout(resolve, 100))

  it('gives a token, the person and a cookie no script can read', async () => {
    const { status, body, cookie } = await signIn('Coordinator@Riverbend.example')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      expiresIn: 600,
      user: {
        name: 'The coordinator',
        role: 'coordinator',
        districtId: district,
        districtName: 'Riverbend Schools',
      },
    })
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/v1/auth' })
    expect(cookie).not.toHaveProperty('secure')
    expect(await callWith(body.accessToken)(account.getMe)).toMatchObject({
      email: 'coordinator@riverbend.example',
    })
    const [entry] = await api.sql(
      "select actor_name, changes from audit_log where action = 'sign_in' order by id desc limit 1",
    )
    expect(entry).toEqual({
      actor_name: 'The coordinator',
      changes: { address: '127.0.0.1', device: 'A browser' },
    })
  })

  it('says the same for a wrong password and an address nobody has', async () => {
    const wrong = await signIn('coordinator@riverbend.example', 'not the password')
    const nobody = await signIn('nobody@riverbend.example', 'not the password')
    expect(wrong.status).toBe(401)
    const { instance: _i, requestId: _r, ...said } = wrong.body
    expect(nobody.body).toMatchObject(said)
  })

  it('takes as long for an address nobody has', async () => {
    // Processor time, which a busy machine does not stretch: the password hash is nearly all of it.
    const time = async (email: string) => {
      const start = process.cpuUsage()
      await signIn(email, 'not the password')
      const { user, system } = process.cpuUsage(start)
      return user + system
    }
    await time('first@nowhere.example')
    await time('viewer@riverbend.example')
    const nobodys = (await time('second@nowhere.example')) + (await time('third@nowhere.example'))
    const someones = (await time('viewer@riverbend.example')) + (await time('analyst@riverbend.example'))
    expect(nobodys).toBeGreaterThan(someones * 0.4)
  })

  it.each(['steward@riverbend.example', 'stranger@riverbend.example'])(
    'pauses %s after five wrong passwords, longer each time',
    async (email) => {
      for (let tries = 0; tries < 5; tries++) expect((await signIn(email, 'wrong')).status).toBe(401)
      const { status, body } = await signIn(email)
      expect(status).toBe(429)
      expect(body).toMatchObject({ code: 'too-many-requests', retryAfter: 30 })
    },
  )

  it('counts tries that come at once', async () => {
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => signIn('director@riverbend.example', 'wrong')),
    )
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(5)
  })

  it('forgets wrong passwords after the right one', async () => {
    for (let tries = 0; tries < 4; tries++) await signIn('director@riverbend.example', 'wrong')
    expect((await signIn('director@riverbend.example')).status).toBe(201)
    expect((await signIn('director@riverbend.example', 'wrong')).status).toBe(401)
    expect((await signIn('director@riverbend.example')).status).toBe(201)
  })

  it('does not make the person’s open form stale', async () => {
    const before = await api.sql('select version from users where id = $1', [personOf('viewer')])
    await signIn('viewer@riverbend.example')
    expect(await api.sql('select version from users where id = $1', [personOf('viewer')])).toEqual(before)
  })

  it('lets nobody in whose account is switched off or not yet accepted', async () => {
    await api.sql("update users set status = 'deactivated' where id = $1", [personOf('viewer')])
    expect(await signIn('viewer@riverbend.example')).toMatchObject({
      status: 403,
      body: { code: 'not-permitted' },
    })
    await api.sql("update users set status = 'invited', password_hash = null where id = $1", [
      personOf('viewer'),
    ])
    expect((await signIn('viewer@riverbend.example')).status).toBe(401)
  })

  it('asks which district when an address and password belong to two', async () => {
    await api.sql(
      `insert into users (district_id, id, email, name, role, status, password_hash)
       select $1, $2, email, name, 'viewer', 'active', password_hash from users where id = $3`,
      [otherDistrict, id(7001), personOf('director')],
    )
    const { status, body } = await signIn('director@riverbend.example')
    expect(status).toBe(400)
    expect(body).toMatchObject({
      fields: [{ field: 'district', rule: 'choose' }],
      current: [{ name: 'Riverbend Schools' }, { name: 'Hillcrest Schools' }],
    })
    const chosen = await signIn('director@riverbend.example', password, { district: otherDistrict })
    expect(chosen.body.user).toMatchObject({ role: 'viewer', districtName: 'Hillcrest Schools' })
    await api.sql('delete from users where id = $1', [id(7001)])
  })

  it('renews with the cookie, each used once', async () => {
    const first = await signIn('coordinator@riverbend.example')
    const second = await post('refresh', undefined, first.cookie?.value)
    expect(second.status).toBe(201)
    expect(second.cookie?.value).not.toBe(first.cookie?.value)
    expect(await callWith(second.body.accessToken)(account.getMe)).toMatchObject({ role: 'coordinator' })
  })

  it('says calmly that nobody is signed in to a browser without a cookie, and refuses one it cannot read', async () => {
    expect(await post('refresh', undefined)).toMatchObject({ status: 201, body: null })
    expect((await post('refresh', undefined, 'no cookie of ours')).status).toBe(401)
  })

  it('lets two tabs renew at the same moment', async () => {
    const { cookie } = await signIn('coordinator@riverbend.example')
    const both = await Promise.all([
      post('refresh', undefined, cookie?.value),
      post('refresh', undefined, cookie?.value),
    ])
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    const rotated = both.find((answer) => answer.cookie)?.cookie
    expect((await post('refresh', undefined, rotated?.value)).status).toBe(201)
  })

  it('ends the session for both when a used cookie comes back', async () => {
    const stolen = await signIn('coordinator@riverbend.example')
    const thief = await post('refresh', undefined, stolen.cookie?.value)
    await api.sql("update sessions set rotated_at = now() - interval '1 minute'")
    expect(await post('refresh', undefined, stolen.cookie?.value)).toMatchObject({
      status: 401,
      body: { code: 'session-ended' },
    })
    expect((await post('refresh', undefined, thief.cookie?.value)).status).toBe(401)
    await heard()
    await expect(callWith(thief.body.accessToken)(account.getMe)).rejects.toMatchObject({
      code: 'session-ended',
    })
    expect(await api.sql('select ended_reason from sessions order by id desc limit 1')).toEqual([
      { ended_reason: 'reuse' },
    ])
  })

  it('ends it also when the thief has moved on twice, and not for a guessed cookie', async () => {
    const stolen = await signIn('coordinator@riverbend.example')
    const second = await post('refresh', undefined, stolen.cookie?.value)
    const third = await post('refresh', undefined, second.cookie?.value)
    const [districtId, sessionId] = String(third.cookie?.value).split('.')
    expect((await post('refresh', undefined, `${districtId}.${sessionId}.guess.guess`)).status).toBe(401)
    const fourth = await post('refresh', undefined, third.cookie?.value)
    expect(fourth.status).toBe(201)
    expect((await post('refresh', undefined, stolen.cookie?.value)).status).toBe(401)
    expect((await post('refresh', undefined, fourth.cookie?.value)).status).toBe(401)
  })

  it.each(['x', 'a.b.c.d', `${district}.${id(1)}.x.y`, `${id(5)}.${id(1)}.x.y`, '%00.%00.%.%'])(
    'refuses the cookie %j',
    async (cookie) => {
      expect(await post('refresh', undefined, cookie)).toMatchObject({
        status: 401,
        body: { code: 'session-ended' },
      })
    },
  )

  it('signs out: the cookie goes, the session ends, the token stops at once', async () => {
    const { body, cookie } = await signIn('coordinator@riverbend.example')
    const out = await post('sign-out', undefined, cookie?.value)
    expect(out).toMatchObject({ status: 204, cookie: { value: '' } })
    expect((await post('refresh', undefined, cookie?.value)).status).toBe(401)
    await heard()
    await expect(callWith(body.accessToken)(account.getMe)).rejects.toMatchObject({ code: 'session-ended' })
  })

  it('signs out everywhere, and straight in again', async () => {
    const one = await signIn('coordinator@riverbend.example')
    const two = await signIn('coordinator@riverbend.example')
    await api.app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-out-everywhere',
      headers: { authorization: `Bearer ${one.body.accessToken}` },
    })
    const again = await signIn('coordinator@riverbend.example')
    await heard()
    for (const { body } of [one, two])
      await expect(callWith(body.accessToken)(account.getMe)).rejects.toMatchObject({ code: 'session-ended' })
    expect(await callWith(again.body.accessToken)(account.getMe)).toMatchObject({ role: 'coordinator' })
  })

  it('gives a principal the own schools, in the token and by name', async () => {
    await api.sql(
      "insert into schools (district_id, id, code, name) values ($1, $2, '042', 'Cedar Street School')",
      [district, id(42)],
    )
    await api.sql('insert into user_schools values ($1, $2, $3)', [district, personOf('school'), id(42)])
    const { body } = await signIn('school@riverbend.example')
    expect(body.user.schools).toEqual([{ id: id(42), name: 'Cedar Street School' }])
    expect(JSON.parse(Buffer.from(body.accessToken.split('.')[1], 'base64url').toString())).toMatchObject({
      sch: [id(42)],
      did: district,
    })
  })

  it('takes no token that was changed or signed by someone else', async () => {
    const { body } = await signIn('viewer@riverbend.example')
    const [head, claims, signature] = body.accessToken.split('.')
    const raised = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), role: 'admin' }),
    ).toString('base64url')
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
    for (const token of [`${head}.${raised}.${signature}`, `${none}.${raised}.`, `${head}.${claims}.`, 'x'])
      await expect(callWith(token)(account.getMe)).rejects.toMatchObject({ code: 'not-signed-in' })
  })
})

describe('signing in at an https address', () => {
  const api = useApi({ env: { PUBLIC_URL: 'https://table.example' } })

  it('keeps the cookie to https', async () => {
    await api.sql('update users set password_hash = $1', [await hashPassword(password)])
    const { cookies } = await api.app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      payload: { email: 'viewer@riverbend.example', password },
    })
    expect(cookies).toMatchObject([{ name: 'ct_refresh', secure: true }])
  })
})

describe('a cut-off that was not heard', () => {
  const api = useApi()

  it('is read again when the listening connection comes back', async () => {
    const token = api.token('viewer')
    const viewer = createCaller(sendTo(api.app, token))
    await viewer(account.getMe)
    await api.sql('alter table token_cutoffs disable trigger tell_token_cutoff')
    await api.sql('insert into token_cutoffs (district_id, subject) values ($1, $2)', [
      district,
      personOf('viewer'),
    ])
    await viewer(account.getMe)
    const killer = new pg.Client({ connectionString: api.appUrl })
    await killer.connect()
    await killer.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'common-table listen' and datname = current_database()",
    )
    await killer.end()
    for (let tries = 0; tries < 50; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      if (
        await viewer(account.getMe).then(
          () => false,
          () => true,
        )
      )
        break
    }
    await expect(viewer(account.getMe)).rejects.toMatchObject({ code: 'session-ended' })
  })
})
