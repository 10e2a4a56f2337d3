import { beforeAll, describe, expect, it } from 'vitest'
import { createCaller } from '@common-table/shared/contract/caller'
import { accountContract as account } from '@common-table/shared/people/account-contract'
import { linksContract as links } from '@common-table/shared/people/links-contract'
import { usersContract as api } from '@common-table/shared/people/users-contract'
import { district, id, otherDistrict, personOf, sendTo, useApi } from '../../test/support/api.ts'

describe('people', () => {
  const test = useApi()
  const heard = () => new Promise((resolve) => setTimeout(resolve, 100))
  const cedar = id(4001)
  const elm = id(4002)
  const foreign = id(4003)

  beforeAll(async () => {
    for (const [districtId, schoolId, name] of [
      [district, cedar, 'Cedar Street School'],
      [district, elm, 'Elm School'],
      [otherDistrict, foreign, 'Far School'],
    ])
      await test.sql('insert into schools (district_id, id, code, name) values ($1, $2, $3, $3)', [
        districtId,
        schoolId,
        name,
      ])
  })

  /** The token of the last mail to this address, as a person would take it from the link. */
  const linkFor = async (address: string): Promise<string> => {
    const [mail] = await test.sql<{ body: string }>(
      'select body from mails where to_address = $1 order by id desc limit 1',
      [address],
    )
    return /#(\S+)/.exec(mail?.body ?? '')?.[1] ?? 'none'
  }
  const versionOf = async (userId: string) =>
    (await test.as('admin')(api.getUser, { params: { userId } })).version

  it('are invited by e-mail, accept once, and are signed in with their role and schools', async () => {
    const invited = await test.as('admin')(api.inviteUser, {
      body: {
        email: 'New.Principal@Riverbend.example',
        name: 'Noor',
        role: 'school',
        schoolIds: [cedar],
        locale: 'es',
      },
    })
    expect(invited).toMatchObject({
      email: 'new.principal@riverbend.example',
      status: 'invited',
      schools: [{ id: cedar, name: 'Cedar Street School' }],
    })
    expect(invited.invitationExpiresAt).not.toBeNull()
    const [mail] = await test.sql('select status, locale, subject, body from mails where to_address = $1', [
      invited.email,
    ])
    expect(mail).toMatchObject({
      status: 'kept',
      locale: 'es',
      subject: 'Le invitan a Riverbend Schools en Common Table',
    })
    expect(mail?.body).toContain('The admin le invita')
    const token = await linkFor(invited.email)
    expect(await test.anonymous(links.lookAtLink, { body: { token } })).toMatchObject({
      purpose: 'invitation',
      name: 'Noor',
      districtName: 'Riverbend Schools',
    })
    const signed = await test.anonymous(links.acceptInvitation, {
      body: { token, name: 'Noor Haddad', password: 'four green lanterns' },
    })
    expect(signed.user).toMatchObject({ name: 'Noor Haddad', role: 'school', schools: [{ id: cedar }] })
    expect(
      await test.sql('select kind, facts from notifications where user_id = $1', [personOf('admin')]),
    ).toEqual([{ kind: 'people.accepted', facts: { name: 'Noor Haddad' } }])
    const noor = createCaller(sendTo(test.app, signed.accessToken))
    expect(await noor(account.getMe)).toMatchObject({ locale: 'es' })
    await expect(
      test.anonymous(links.acceptInvitation, {
        body: { token, name: 'Someone else', password: 'four green lanterns' },
      }),
    ).rejects.toMatchObject({ code: 'link-expired' })
  })

  it('cannot accept with a link that expired, was replaced, was changed or is of another district', async () => {
    const email = 'slow@riverbend.example'
    const { id: userId } = await test.as('admin')(api.inviteUser, {
      body: { email, name: 'Slow', role: 'viewer' },
    })
    const first = await linkFor(email)
    await test.as('admin')(api.sendInvitation, { params: { userId } })
    const second = await linkFor(email)
    const secret = second.split('.')[1]!
    const accept = (token: string) =>
      test.anonymous(links.acceptInvitation, {
        body: { token, name: 'Slow', password: 'four green lanterns' },
      })
    for (const token of [
      first,
      `${otherDistrict}.${secret}`,
      `${second.slice(0, -1)}!`.replace('!', 'A'),
      `${'x'.repeat(50)}`,
    ])
      if (token !== second) await expect(accept(token)).rejects.toMatchObject({ code: 'link-expired' })
    await test.sql("update user_links set expires_at = now() - interval '1 second' where user_id = $1", [
      userId,
    ])
    await expect(accept(second)).rejects.toMatchObject({ code: 'link-expired' })
  })

  it('choose a password that is long and neither common nor their own name', async () => {
    const email = 'marguerite@riverbend.example'
    await test.as('admin')(api.inviteUser, { body: { email, name: 'Marguerite Duval', role: 'viewer' } })
    const token = await linkFor(email)
    const accept = (password: string) =>
      test.anonymous(links.acceptInvitation, { body: { token, name: 'Marguerite Duval', password } })
    for (const [password, rule] of [
      ['short', 'short'],
      ['password12345', 'common'],
      ['aaaaaaaaaaaaaaa', 'repeated'],
      ['MargueriteDuval1', 'personal'],
    ] as const)
      await expect(accept(password)).rejects.toMatchObject({ fields: [{ field: 'password', rule }] })
    expect((await accept('a kettle on the stove')).user.name).toBe('Marguerite Duval')
  })

  it('get a reset link whether or not they exist, as far as anyone can tell', async () => {
    const ask = (email: string) => test.anonymous(links.askForReset, { body: { email } })
    const before = await test.sql('select id from mails')
    expect(await ask('nobody@riverbend.example')).toBe(await ask('Analyst@riverbend.example'))
    expect(await test.sql('select id from mails')).toHaveLength(before.length + 1)
    for (let more = 0; more < 6; more++) await ask('analyst@riverbend.example')
    expect(await test.sql('select id from mails')).toHaveLength(before.length + 5)
  }, 30_000)

  it('set a new password by link once; every session ends and a mail says so', async () => {
    const email = 'director@riverbend.example'
    const reset = (token: string) =>
      test.anonymous(links.resetPassword, { body: { token, password: 'a kettle on the stove' } })
    await test.anonymous(links.askForReset, { body: { email } })
    const old = await linkFor(email)
    await test.anonymous(links.askForReset, { body: { email } })
    const token = await linkFor(email)
    await expect(reset(old)).rejects.toMatchObject({ code: 'link-expired' })
    await test.sql(
      `insert into sessions (district_id, id, user_id, family_hash, refresh_hash, expires_at)
       values ($1, $2, $3, '', '', now() + interval '1 day')`,
      [district, id(6001), personOf('director')],
    )
    await reset(token)
    await expect(reset(token)).rejects.toMatchObject({ code: 'link-expired' })
    expect(await test.sql('select ended_reason from sessions where id = $1', [id(6001)])).toEqual([
      { ended_reason: 'password' },
    ])
    const [mail] = await test.sql('select kind from mails where to_address = $1 order by id desc limit 1', [
      email,
    ])
    expect(mail).toEqual({ kind: 'passwordChanged' })
  })

  it('change their own password with the old one, and stay signed in here only', async () => {
    const { token } = await (async () => {
      const email = 'own@riverbend.example'
      await test.as('admin')(api.inviteUser, { body: { email, name: 'Own', role: 'viewer' } })
      const signed = await test.anonymous(links.acceptInvitation, {
        body: { token: await linkFor(email), name: 'Own', password: 'four green lanterns' },
      })
      return { token: signed.accessToken }
    })()
    const own = createCaller(sendTo(test.app, token))
    const change = (currentPassword: string, newPassword: string) =>
      own(account.changePassword, { body: { currentPassword, newPassword } })
    await expect(change('wrong', 'a kettle on the stove')).rejects.toMatchObject({
      fields: [{ field: 'currentPassword' }],
    })
    await expect(change('four green lanterns', 'four green lanterns')).rejects.toMatchObject({
      fields: [{ field: 'newPassword', rule: 'same' }],
    })
    await change('four green lanterns', 'a kettle on the stove')
    expect((await own(account.listSessions)).items).toMatchObject([{ current: true }])
    expect(
      await own(account.changeMe, { body: { theme: 'dark', preferences: { shortcuts: false } } }),
    ).toMatchObject({
      theme: 'dark',
      preferences: { shortcuts: false },
    })
  })

  it('see and end their own sessions only', async () => {
    await expect(
      test.as('viewer')(account.endSession, { params: { sessionId: id(6001) } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('lose their access tokens at once when role or schools change or the account is switched off', async () => {
    for (const [role, change] of [
      ['coordinator', { role: 'viewer' }],
      ['school', { schoolIds: [elm] }],
      ['steward', { status: 'deactivated' }],
    ] as const) {
      const before = test.as(role)
      await before(account.getMe)
      const userId = personOf(role)
      await test.as('admin')(api.changeUser, {
        params: { userId },
        ifMatch: await versionOf(userId),
        body: change as object,
      })
      await heard()
      await expect(before(account.getMe)).rejects.toMatchObject({ code: 'session-ended' })
    }
    expect(await test.as('viewer')(account.getMe)).toMatchObject({ role: 'viewer' })
  })

  it('keep one active administrator, and nobody changes the own role', async () => {
    const userId = personOf('admin')
    const change = async (body: object) =>
      test.as('admin')(api.changeUser, { params: { userId }, ifMatch: await versionOf(userId), body })
    await expect(change({ role: 'viewer' })).rejects.toMatchObject({ code: 'step-not-possible' })
    await expect(change({ status: 'deactivated' })).rejects.toMatchObject({ code: 'step-not-possible' })
    const byClient = test.client(['users:write', 'users:read'])
    await expect(
      byClient(api.changeUser, {
        params: { userId },
        ifMatch: await versionOf(userId),
        body: { status: 'deactivated' },
      }),
    ).rejects.toMatchObject({
      reason: 'last-administrator',
      message: expect.stringMatching(/last administrator/),
    })
    expect(await change({ title: 'Head of data' })).toMatchObject({ title: 'Head of data' })
  })

  it('take each other’s administrator role only one at a time', async () => {
    const second = personOf('partner')
    await test.sql("update users set role = 'admin' where id = $1", [second])
    const tokens = {
      [personOf('admin')]: test.as('admin'),
      [second]: createCaller(
        sendTo(
          test.app,
          test.services.signAccess({
            sub: second,
            did: district,
            kind: 'user',
            name: 'Second',
            role: 'admin',
            sid: null,
          }),
        ),
      ),
    }
    const [a, b] = [personOf('admin'), second]
    const outcomes = await Promise.allSettled([
      tokens[a]!(api.changeUser, {
        params: { userId: b },
        ifMatch: await versionOf(b),
        body: { role: 'viewer' },
      }),
      tokens[b]!(api.changeUser, {
        params: { userId: a },
        ifMatch: await versionOf(a),
        body: { role: 'viewer' },
      }),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await test.sql("update users set role = 'admin' where id = $1", [a])
    await test.sql("update users set role = 'partner' where id = $1", [b])
    await test.sql('delete from token_cutoffs')
  })

  it('are not given more rights by another system than it has itself', async () => {
    const client = test.client(['users:write', 'users:read'])
    await expect(
      client(api.inviteUser, { body: { email: 'x@riverbend.example', name: 'X', role: 'admin' } }),
    ).rejects.toMatchObject({ fields: [{ field: 'role' }] })
  })

  it('have an address once, a school of their own district, and another district’s person is not there', async () => {
    const invite = (body: object) =>
      test.as('admin')(api.inviteUser, {
        body: { name: 'Y', email: 'y@riverbend.example', role: 'viewer', ...body },
      })
    await expect(invite({ email: 'viewer@riverbend.example' })).rejects.toMatchObject({
      code: 'already-exists',
      fields: [{ field: 'email' }],
    })
    await expect(invite({ role: 'school', schoolIds: [foreign] })).rejects.toMatchObject({
      fields: [{ field: 'schoolIds' }],
    })
    await expect(invite({ role: 'school' })).rejects.toMatchObject({ fields: [{ field: 'schoolIds' }] })
    const params = { userId: personOf('viewer', otherDistrict) }
    await expect(test.as('admin')(api.getUser, { params })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      test.as('admin')(api.changeUser, { params, ifMatch: 1, body: { role: 'admin' } }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('are found by part of a name, by role and status, page by page', async () => {
    const find = test.as('director')
    expect((await find(api.listUsers, { query: { q: 'MARGUE' } })).items).toMatchObject([
      { name: 'Marguerite Duval' },
    ])
    expect(
      (await find(api.listUsers, { query: { status: 'invited' } })).items.every(
        (one) => one.status === 'invited',
      ),
    ).toBe(true)
    const all = (await find(api.listUsers, { query: { limit: 200 } })).items.map((one) => one.id)
    const walked: string[] = []
    for (let cursor: string | null | undefined = undefined; cursor !== null;) {
      const page: Awaited<ReturnType<typeof find<typeof api.listUsers>>> = await find(api.listUsers, {
        query: { limit: 3, ...(cursor && { cursor }) },
      })
      walked.push(...page.items.map((one) => one.id))
      cursor = page.nextCursor
    }
    expect(walked).toEqual(all)
  })
})
