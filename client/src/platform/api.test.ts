import * as Type from 'typebox'
import { urlOf } from '@common-table/shared/contract/caller'
import { defineContract } from '@common-table/shared/contract/route'
import { signInContract } from '@common-table/shared/people/sign-in-contract'
import { describe, expect, it, vi } from 'vitest'
import { createApi, refreshUrl } from './api.ts'

const { list, add, change, hear } = defineContract({
  list: {
    method: 'GET',
    path: '/things',
    access: 'signed-in',
    summary: 'List',
    response: Type.Array(Type.String()),
  },
  add: {
    method: 'POST',
    path: '/things',
    access: 'signed-in',
    summary: 'Add',
    body: Type.Object({ name: Type.String() }),
  },
  change: {
    method: 'PATCH',
    path: '/things/:thingId',
    access: 'signed-in',
    summary: 'Change',
    body: Type.Object({}),
    ifMatch: true,
  },
  hear: {
    method: 'GET',
    path: '/hear',
    access: 'signed-in',
    summary: 'Hear',
    events: true,
    response: Type.Object({ n: Type.Integer() }),
  },
})

type Sent = { url: string; method: string; headers: Record<string, string>; body: unknown }
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const problem = (status: number, code: string) =>
  json(status, { code, detail: 'No.', title: '', type: '', status })

const standing = (
  answer: (sent: Sent, count: number) => Response | Promise<Response>,
  onEnd?: () => void,
) => {
  const sent: Sent[] = []
  const reach = (async (url: string, init: RequestInit) => {
    const one = {
      url,
      method: init.method ?? '',
      headers: init.headers as Record<string, string>,
      body: init.body,
    }
    sent.push(one)
    return answer(one, sent.length)
  }) as typeof fetch
  return { api: createApi(onEnd, reach), sent }
}
const renewed = json(200, { accessToken: 'new', expiresIn: 900, user: {} })

describe('the api', () => {
  it('renews the session by the path of the contract', () => {
    expect(refreshUrl).toBe(urlOf(signInContract.refresh))
  })

  it('finds nobody signed in where the browser holds no cookie', async () => {
    const { api } = standing(() => json(201, null))
    expect(await api.refresh()).toBeNull()
  })

  it('sends the token it holds', async () => {
    const { api, sent } = standing(() => json(200, []))
    api.hold('secret')
    await api.call(list)
    expect(sent[0]?.headers.authorization).toBe('Bearer secret')
  })

  it('gives every POST its own Idempotency-Key, and keeps it when it is repeated after a renewal', async () => {
    const { api, sent } = standing((one) =>
      one.url === refreshUrl
        ? renewed.clone()
        : one.headers.authorization === 'Bearer new'
          ? new Response(null, { status: 204 })
          : problem(401, 'not-signed-in'),
    )
    api.hold('old')
    await api.call(add, { body: { name: 'a' } })
    const keys = sent.filter(({ url }) => url !== refreshUrl).map(({ headers }) => headers['idempotency-key'])
    expect(keys).toHaveLength(2)
    expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(keys[1]).toBe(keys[0])
  })

  it('renews once for calls that fail together', async () => {
    const { api, sent } = standing((one) =>
      one.url === refreshUrl
        ? renewed.clone()
        : one.headers.authorization === 'Bearer new'
          ? json(200, ['a'])
          : problem(401, 'session-ended'),
    )
    api.hold('old')
    expect(await Promise.all([api.call(list), api.call(list), api.call(list)])).toEqual([['a'], ['a'], ['a']])
    expect(sent.filter(({ url }) => url === refreshUrl)).toHaveLength(1)
  })

  it('says that the session ended when it cannot be renewed', async () => {
    const ended = vi.fn()
    const { api } = standing(() => problem(401, 'session-ended'), ended)
    api.hold('old')
    await expect(api.call(list)).rejects.toMatchObject({ code: 'session-ended' })
    expect(ended).toHaveBeenCalledOnce()
  })

  it('does not take a refused password for an ended session', async () => {
    const { api, sent } = standing(() => problem(401, 'wrong-credentials'))
    api.hold('old')
    const asked = api.call(signInContract.signIn, { body: { email: 'a@example.org', password: 'x' } })
    await expect(asked).rejects.toMatchObject({ code: 'wrong-credentials' })
    expect(sent).toHaveLength(1)
  })

  it('turns silence into a problem of its own', async () => {
    const { api } = standing(() => Promise.reject(new TypeError('network')))
    await expect(api.call(list)).rejects.toMatchObject({ code: 'unreachable' })
  })

  it('says which version it changes', async () => {
    const { api, sent } = standing(() => new Response(null, { status: 204 }))
    await api.call(change, { params: { thingId: '1' }, body: {}, ifMatch: 7 })
    expect(sent[0]?.headers['if-match']).toBe('"7"')
  })

  it('sends a file as a form part and lets the browser write the boundary', async () => {
    const { api, sent } = standing(() => new Response(null, { status: 204 }))
    await api.upload(add, new File(['a,b'], 'schools.csv'))
    const form = sent[0]?.body as FormData | undefined
    expect(form?.get('file')).toBeInstanceOf(File)
    expect(sent[0]?.headers['content-type']).toBeUndefined()
  })

  it('hears events that arrive in pieces', async () => {
    const text = new TextEncoder()
    const pieces = ['id: 1\ndata: {"n"', ':1}\n\n: still here\n\nid: 2\nda', 'ta: {"n":2}\n\n']
    const { api } = standing((_, count) =>
      count > 1
        ? new Response(null, { status: 403 })
        : new Response(
            new ReadableStream({
              start: (c) => (pieces.forEach((piece) => c.enqueue(text.encode(piece))), c.close()),
            }),
          ),
    )
    const heard: number[] = []
    await new Promise<void>((resolve) => {
      const stop = api.stream(hear, ({ n }) => {
        heard.push(n)
        if (n !== 2) return
        stop()
        resolve()
      })
    })
    expect(heard).toEqual([1, 2])
  })
})
