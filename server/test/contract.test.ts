import fastify from 'fastify'
import cookie from '@fastify/cookie'
import { describe, expect, it } from 'vitest'
import { contracts } from '@common-table/shared/contracts'
import { createCaller, urlOf } from '@common-table/shared/contract/caller'
import { accessName, isLinkAccess, permits, roleNames } from '@common-table/shared/contract/permission'
import { type Contract, type Route } from '@common-table/shared/contract/route'
import { registerErrors } from '../src/http/errors.ts'
import { mount } from '../src/http/mount.ts'
import type { Services } from '../src/http/services.ts'
import { registerValidation } from '../src/http/validation.ts'
import { type LinkAccess } from '@common-table/shared/contract/permission'
import { linkPurposes } from '@common-table/shared/vocabulary/link-purposes'
import { authorizationOf, district, sendTo, useApi } from './support/api.ts'
import { sampleInput, sampleOf } from './support/sample.ts'

const all: [string, Route][] = Object.values<Contract>(contracts).flatMap((contract) =>
  Object.entries(contract),
)
const special = (route: Route): boolean => Boolean(route.upload || route.download || route.events)

/** The real mount with one canned handler, and nothing behind it. */
const mounted = async (name: string, route: Route, handler: (request: object) => unknown) => {
  const app = fastify()
  registerValidation(app)
  registerErrors(app)
  app.decorateRequest('actor', null)
  app.addHook('onRequest', async (request) => {
    if (route.access !== 'public')
      request.actor = {
        kind: 'user',
        id: 'x',
        districtId: 'd',
        name: 'x',
        role: 'admin',
        permissions: [],
        schoolIds: null,
        sessionId: null,
        link: null,
      }
  })
  await app.register(cookie)
  // Only what the mount itself touches; a handler that needs more is not called here.
  const services = {
    read: () => ({}),
    write: (_district: string, _author: object, work: (db: object) => unknown) => work({}),
  } as unknown as Services
  await app.register(
    async (inner) => mount(inner, { [name]: route }, { [name]: handler as never }, services),
    { prefix: '/api/v1' },
  ) // the canned handler stands for any
  return app
}

const api = useApi()

const holder = (purpose: LinkAccess['link']) =>
  api.link({ purpose: purpose === 'any' ? 'documents' : purpose })

describe.each(all)('%s', (name, route) => {
  it.skipIf(special(route))('carries its input and its answer across the wire unchanged', async () => {
    const input = sampleInput(route)
    const output = route.response && sampleOf(route.response as object)
    let received: object = {}
    const app = await mounted(name, route, (request) => {
      const { params, query, body } = request as Record<string, object>
      received = { params, query, body }
      return output
    })
    const answer = await createCaller(sendTo(app))(route, input as never) // sampled from this route's own schemas
    const { ifMatch: _, ...sent } = input
    expect(received).toMatchObject(JSON.parse(JSON.stringify(sent)))
    expect(answer).toEqual(output)
    await app.close()
  })

  const send = async (
    token: string | undefined,
    changed: { body?: unknown; query?: string; type?: string } = {},
  ) => {
    const input = sampleInput(route)
    const body = 'body' in changed ? changed.body : input.body
    return api.app.inject({
      method: route.method,
      url: urlOf(route, input.params, route.query ? input.query : {}) + (changed.query ?? ''),
      headers: {
        ...(token && { authorization: authorizationOf(token) }),
        ...(route.ifMatch && { 'if-match': '"1"' }),
        ...(body !== undefined && { 'content-type': changed.type ?? 'application/json' }),
      },
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  }

  const { access } = route
  if (isLinkAccess(access)) {
    it('refuses strangers, people who are signed in, and made-up links', async () => {
      const madeUp = `Link ${district}.${'A'.repeat(43)}`
      for (const token of [undefined, ...roleNames.map((role) => api.token(role)), madeUp, 'Link x'])
        expect((await send(token)).json()).toMatchObject({ code: 'link-needed', status: 401 })
    })

    it('refuses the link of another purpose', async () => {
      for (const { code } of linkPurposes.filter(({ code }) => access.link !== 'any' && access.link !== code))
        expect((await send((await api.link({ purpose: code })).token)).json()).toMatchObject({
          code: 'link-for-something-else',
          status: 403,
        })
    })

    it('refuses a link that has expired, was withdrawn, replaced or used', async () => {
      for (const [column, code] of [
        ['expires_at', 'link-expired'],
        ['revoked_at', 'link-revoked'],
        ['replaced_at', 'link-expired'],
        ['used_at', 'link-used'],
      ] as const) {
        const { token, id } = await holder(access.link)
        await api.sql(`update links set ${column} = now() - interval '1 second' where id = $1`, [id])
        expect((await send(token)).json(), column).toMatchObject({ code, status: 410 })
      }
    })
  } else if (route.access !== 'public') {
    it('refuses strangers, and tokens that were tampered with', async () => {
      expect((await send(undefined)).json()).toMatchObject({ code: 'not-signed-in', status: 401 })
      const token = api.token('admin')
      expect((await send(`${token.slice(0, -4)}AAAA`)).json()).toMatchObject({ code: 'not-signed-in' })
    })

    it('refuses the holder of a link', async () => {
      expect((await send((await holder('any')).token)).json()).toMatchObject({ code: 'not-signed-in' })
    })

    it.each(roleNames.filter((role) => !permits(role, route.access)))('refuses a %s', async (role) => {
      expect((await send(api.token(role))).json()).toMatchObject({ code: 'not-permitted', status: 403 })
    })
  }

  if (route.events) return

  it('answers every kind of bad input with a problem, never with a 500', async () => {
    // A fresh one each time: some routes end the tokens given before.
    const link = isLinkAccess(access) ? await holder(access.link) : undefined
    const held = roleNames.find((role) => permits(role, access))
    const token = () => link?.token ?? (access === 'public' || !held ? undefined : api.token(held))
    const answers = [
      await send(token()),
      await send(token(), {
        query: `${route.query && Object.keys(sampleInput(route).query ?? {}).length > 0 ? '&' : '?'}no-such-parameter=1`,
      }),
      ...(route.body
        ? [
            await send(token(), { body: '{"half":' }),
            await send(token(), { body: [] }),
            await send(token(), { body: { 'no-such-field': 1 } }),
          ]
        : []),
      ...(route.body
        ? [
            await send(token(), { body: 'x', type: 'text/plain' }),
            await send(token(), { body: JSON.stringify({ a: 'x'.repeat(1_100_000) }) }),
          ]
        : []),
    ]
    for (const { statusCode, headers, body } of answers) {
      expect(statusCode, body.slice(0, 300)).toBeLessThan(500)
      if (statusCode >= 400) expect(headers['content-type']).toContain('application/problem+json')
    }
    expect(answers[1]!.statusCode).toBe(400)
  })
})

it('is the API surface we mean to publish', async () => {
  const surface = all.map(
    ([name, { method, path, access }]) =>
      `${method.padEnd(6)} ${path.padEnd(58)} ${accessName(access).padEnd(20)} ${name}`,
  )
  await expect(`${surface.sort().join('\n')}\n`).toMatchFileSnapshot('surface.txt')
})

it('gives every route a name of its own and a summary', () => {
  expect(new Set(all.map(([name]) => name)).size).toBe(all.length)
  expect(new Set(all.map(([, { method, path }]) => `${method} ${path}`)).size).toBe(all.length)
  expect(all.filter(([, { summary }]) => summary.trim() === '')).toEqual([])
})
