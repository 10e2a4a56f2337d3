import {
  createCaller,
  urlOf,
  asProblem,
  type Call,
  type Send,
  type WireResponse,
} from '@common-table/shared/contract/caller'
import { ProblemError, problems } from '@common-table/shared/contract/problem'
import type { Input, Output, Route } from '@common-table/shared/contract/route'
import type { SignedIn } from '@common-table/shared/people/schemas'
import { inject, type InjectionKey } from 'vue'
import { newKey } from './new-key.ts'

/** What the browser needs of the server. One value, made once in app/main.ts; tests provide another. */
export interface Api {
  call: Call
  /** Sends one file as multipart/form-data. The route says `upload: true`. */
  upload: <R extends Route>(route: R, file: File, input?: Partial<Input<R>>) => Promise<Output<R>>
  /** Fetches a route that answers a file. */
  download: <R extends Route>(route: R, input?: Partial<Input<R>>) => Promise<Blob>
  /** Reads server-sent events until stopped; reconnects by itself. */
  stream: <R extends Route>(
    route: R,
    onEvent: (event: Output<R>) => void,
    input?: Partial<Input<R>>,
  ) => () => void
  /** The bearer token lives in memory only, so no script that outlives the page can read it. */
  hold: (accessToken: string | null) => void
  /** Trades the httpOnly cookie for a fresh token; null when the session is over. Concurrent callers share one. */
  refresh: () => Promise<SignedIn | null>
}

/** The contract's own path, held to it by a test; importing the contract would bring its schemas to every first page. */
export const refreshUrl = '/api/v1/auth/refresh'
const neverRetried = /\/auth\/(sign-in|refresh|sign-out)$/

const unreachable = (): ProblemError => new ProblemError('unreachable', problems.unreachable[1])

const parsed = async (response: Response): Promise<WireResponse> => {
  const json = response.headers.get('content-type')?.includes('json') ?? false
  return { status: response.status, body: json ? await response.json() : undefined }
}

const partsOf = (input: object | undefined) =>
  (input ?? {}) as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }

/**
 * The only place that knows `fetch`. `onEnd` is called once when the session cannot be renewed. With `linkToken` every
 * call is made by the holder of that e-mailed link, and no session is looked for.
 */
export const createApi = (
  onEnd: () => void = () => {},
  reach: typeof fetch = (...a) => fetch(...a),
  linkToken?: string,
): Api => {
  let token: string | null = null
  let renewal: Promise<SignedIn | null> | undefined

  const go = async (
    url: string,
    init: RequestInit & { headers: Record<string, string> },
  ): Promise<Response> => {
    const headers = {
      ...init.headers,
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(linkToken !== undefined && { authorization: `Link ${linkToken}` }),
    }
    return reach(url, { ...init, headers, credentials: 'same-origin' }).catch((error: unknown) => {
      if (init.signal?.aborted) throw error
      throw unreachable()
    })
  }

  /** Tabs share the rotating cookie, so they take turns: two at once would look like a stolen one. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    navigator.locks ? (navigator.locks.request('ct.refresh', work) as Promise<T>) : work()
  const refresh = (): Promise<SignedIn | null> => {
    renewal ??= inTurn(renew).finally(() => (renewal = undefined))
    return renewal
  }
  const renew = async (): Promise<SignedIn | null> => {
    const response = await go(refreshUrl, { method: 'POST', headers: {} })
    const signed = response.ok ? ((await response.json()) as SignedIn | null) : null
    if (!response.ok && response.status !== 401) throw asProblem(await parsed(response))
    token = signed?.accessToken ?? null
    return signed
  }

  /** One silent renewal, one retry; a second 401 is the truth. */
  const attempt: typeof go = async (url, init) => {
    const held = token
    const response = await go(url, init)
    if (response.status !== 401 || held === null || neverRetried.test(url)) return response
    if (token === held && (await refresh()) === null) {
      onEnd()
      return response
    }
    return go(url, init)
  }

  const send: Send = async ({ method, url, body, headers }) => {
    const form = body instanceof FormData
    return parsed(
      await attempt(url, {
        method,
        headers: {
          ...(method === 'POST' && { 'idempotency-key': newKey() }),
          ...(body !== undefined && !form && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
      }),
    )
  }
  const call = createCaller(send)

  return {
    call,
    refresh,
    hold: (accessToken) => (token = accessToken),
    upload: (route, file, input) => {
      const body = new FormData()
      body.append('file', file)
      return call(route, { ...input, body } as never) // the contract types JSON bodies; a file part has no schema
    },
    download: async (route, input) => {
      const { params, query, body } = partsOf(input)
      const response = await attempt(urlOf(route, params, query), {
        method: route.method,
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      if (!response.ok) throw asProblem(await parsed(response))
      return response.blob()
    },
    stream: (route, onEvent, input) => {
      const { params, query } = partsOf(input)
      const stop = new AbortController()
      void import('./event-stream.ts').then(({ follow }) =>
        follow(
          (headers) => attempt(urlOf(route, params, query), { method: 'GET', headers, signal: stop.signal }),
          (body) => onEvent(body as never), // the server checks each event against the route's response schema
          stop.signal,
        ),
      )
      return () => stop.abort()
    },
  }
}

export const apiKey: InjectionKey<Api> = Symbol('api')

/** The whole API: uploads, downloads and event streams beside plain calls. */
export const useApi = (): Api => {
  const api = inject(apiKey)
  if (!api) throw new Error('No API is provided: app/main.ts and platform/testing.ts provide one.')
  return api
}

/** `const call = useCall()`, then `call(needsContract.listNeeds, { query })`. */
export const useCall = (): Call => useApi().call
