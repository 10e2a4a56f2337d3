import { describe, expect, it } from 'vitest'
import { createCaller } from '@common-table/shared/contract/caller'
import { clientsContract as api } from '@common-table/shared/clients/contract'
import { districtContract } from '@common-table/shared/district/contract'
import { usersContract } from '@common-table/shared/people/users-contract'
import { otherDistrict, sendTo, useApi } from '../../test/support/api.ts'

describe('other systems', () => {
  const test = useApi()
  const heard = () => new Promise((resolve) => setTimeout(resolve, 100))
  const make = (
    scopes: ('district:read' | 'users:read' | 'schools:read')[] = ['district:read', 'users:read'],
  ) => test.as('admin')(api.createApiClient, { body: { name: 'Roster sync', scopes } })

  const ask = async (form: Record<string, string> | string, headers: Record<string, string> = {}) => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/oauth/token',
      payload: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
    return { status: answer.statusCode, body: answer.json(), headers: answer.headers }
  }
  const grant = (client_id: string, client_secret: string, more: object = {}) =>
    ask({ grant_type: 'client_credentials', client_id, client_secret, ...more })

  it('trade their credentials for a token that may do what its scopes say, and nothing else', async () => {
    const { client, secret } = await make()
    const { status, body, headers } = await grant(client.clientId, secret)
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'district:read users:read' })
    const system = createCaller(sendTo(test.app, body.access_token))
    expect(await system(districtContract.getDistrict)).toMatchObject({ name: 'Riverbend Schools' })
    await expect(
      system(usersContract.inviteUser, { body: { email: 'a@b.example', name: 'A', role: 'viewer' } }),
    ).rejects.toMatchObject({ code: 'not-permitted' })
    const [kept] = await test.sql('select secret_hash from api_clients where id = $1', [client.id])
    expect(kept?.secret_hash).not.toContain(secret)
  })

  it('may send them in the header, and ask for less', async () => {
    const { client, secret } = await make()
    const header = `Basic ${Buffer.from(`${encodeURIComponent(client.clientId)}:${secret}`).toString('base64')}`
    const { body } = await ask(
      { grant_type: 'client_credentials', scope: 'district:read' },
      { authorization: header },
    )
    expect(body).toMatchObject({ scope: 'district:read' })
  })

  it('are refused in the words of RFC 6749', async () => {
    const { client, secret } = await make()
    const refusals: [Record<string, string> | string, number, string][] = [
      ['', 400, 'invalid_request'],
      [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
      [{ grant_type: 'client_credentials' }, 401, 'invalid_client'],
      [
        { grant_type: 'client_credentials', client_id: client.clientId, client_secret: 'x' },
        401,
        'invalid_client',
      ],
      [
        {
          grant_type: 'client_credentials',
          client_id: client.clientId.replace(/ct\.[^.]+/, `ct.${otherDistrict}`),
          client_secret: secret,
        },
        401,
        'invalid_client',
      ],
      [
        {
          grant_type: 'client_credentials',
          client_id: client.clientId,
          client_secret: secret,
          scope: 'users:write',
        },
        400,
        'invalid_scope',
      ],
      [
        `grant_type=client_credentials&client_id=a&client_id=b&client_secret=${secret}`,
        400,
        'invalid_request',
      ],
      [
        {
          grant_type: 'client_credentials',
          client_id: `ct.${'-'.repeat(36)}.${'-'.repeat(36)}`,
          client_secret: 'x',
        },
        401,
        'invalid_client',
      ],
    ]
    for (const [form, status, error] of refusals)
      expect(await ask(form)).toMatchObject({
        status,
        body: { error, error_description: expect.any(String) },
      })
    expect((await grant(client.clientId, 'x')).headers['www-authenticate']).toMatch(/^Basic/)
    const json = await test.app.inject({ method: 'POST', url: '/oauth/token', payload: { grant_type: 'x' } })
    expect(json.json()).toMatchObject({ error: 'invalid_request' })
  })

  it('stop at once when revoked, changed or given a new secret', async () => {
    for (const stop of ['revoke', 'change', 'renew'] as const) {
      const { client, secret } = await make()
      const params = { apiClientId: client.id }
      const { body } = await grant(client.clientId, secret)
      if (stop === 'revoke') await test.as('admin')(api.revokeApiClient, { params })
      if (stop === 'change')
        await test.as('admin')(api.changeApiClient, {
          params,
          ifMatch: client.version,
          body: { scopes: ['schools:read'] },
        })
      const renewed = stop === 'renew' && (await test.as('admin')(api.renewApiClient, { params }))
      await heard()
      const system = createCaller(sendTo(test.app, body.access_token))
      await expect(system(districtContract.getDistrict)).rejects.toMatchObject({ code: 'session-ended' })
      expect((await grant(client.clientId, secret)).status).toBe(stop === 'change' ? 200 : 401)
      if (renewed) expect((await grant(client.clientId, renewed.secret)).status).toBe(200)
    }
  })

  it('do not get a token after their last day', async () => {
    const { client, secret } = await make()
    await test.sql("update api_clients set expires_at = now() - interval '1 second' where id = $1", [
      client.id,
    ])
    expect((await grant(client.clientId, secret)).status).toBe(401)
  })

  it('have a last day that is set, moved and taken away, never one that has passed', async () => {
    const admin = test.as('admin')
    const day = (year: number) => `${year}-06-30T23:59:59.000Z`
    const body = { name: 'Roster sync', scopes: ['district:read' as const], expiresAt: day(2090) }
    const { client, secret } = await admin(api.createApiClient, { body })
    const params = { apiClientId: client.id }
    const change = (ifMatch: number, expiresAt: string | null) =>
      admin(api.changeApiClient, { params, ifMatch, body: { expiresAt } })
    expect(new Date(client.expiresAt!).toISOString()).toBe(day(2090))
    const moved = await change(client.version, day(2091))
    expect(new Date(moved.expiresAt!).toISOString()).toBe(day(2091))
    expect(moved.version).toBe(client.version + 1)
    await expect(change(client.version, null)).rejects.toMatchObject({ code: 'stale' })
    await expect(change(moved.version, day(2001))).rejects.toMatchObject({
      fields: [{ field: 'expiresAt', rule: 'future' }],
    })
    await expect(
      admin(api.createApiClient, { body: { ...body, expiresAt: day(2001) } }),
    ).rejects.toMatchObject({ fields: [{ field: 'expiresAt' }] })
    const named = await admin(api.changeApiClient, {
      params,
      ifMatch: moved.version,
      body: { name: 'Roster' },
    })
    expect(named.expiresAt).toBe(moved.expiresAt)
    expect((await change(named.version, null)).expiresAt).toBeNull()
    expect((await grant(client.clientId, secret)).status).toBe(200)
  })

  it('take many requests at once', async () => {
    const { client, secret } = await make()
    const all = await Promise.all(Array.from({ length: 10 }, () => grant(client.clientId, secret)))
    expect(all.every(({ status }) => status === 200)).toBe(true)
  })

  it('are given no scope that the person giving it does not hold', async () => {
    await expect(
      test.as('admin')(api.createApiClient, { body: { name: 'X', scopes: ['measurements:raw'] } }),
    ).rejects.toMatchObject({ fields: [{ field: 'scopes' }] })
    await expect(
      test.client(['api-clients:write'])(api.createApiClient, {
        body: { name: 'X', scopes: ['users:write'] },
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'scopes' }] })
  })

  it('are listed without secrets, in their own district only', async () => {
    await make()
    const { items } = await test.as('admin')(api.listApiClients)
    expect(items.length).toBeGreaterThan(0)
    expect(JSON.stringify(items)).not.toContain('secret')
    expect((await test.as('admin', { districtId: otherDistrict })(api.listApiClients)).items).toEqual([])
    await expect(
      test.as('admin', { districtId: otherDistrict })(api.revokeApiClient, {
        params: { apiClientId: items[0]!.id },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})
