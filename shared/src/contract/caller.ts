import { ProblemError, problems, type Problem } from './problem.ts'
import { apiPrefix, paramNames, type Input, type Output, type Route } from './route.ts'

export interface WireRequest {
  method: Route['method']
  url: string
  body?: unknown
  headers: Record<string, string>
}
export interface WireResponse {
  status: number
  body: unknown
}

/** fetch in the browser, app.inject in tests. */
export type Send = (request: WireRequest) => Promise<WireResponse>

/** A part that may be empty may be left out: `call(listNeeds)` rather than `call(listNeeds, { query: {} })`. */
type Omittable<T> = { [K in keyof T as object extends T[K] ? K : never]?: T[K] } & {
  [K in keyof T as object extends T[K] ? never : K]: T[K]
}

/** Beside the contract's own input: an Idempotency-Key, so that a repeated POST is carried out once. */
export interface CallOptions {
  idempotencyKey?: string
}

type Arguments<R extends Route> =
  object extends Omittable<Input<R>>
    ? [input?: Omittable<Input<R>>, options?: CallOptions]
    : [input: Omittable<Input<R>>, options?: CallOptions]

export type Call = <R extends Route>(route: R, ...args: Arguments<R>) => Promise<Output<R>>

interface LooseInput {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  ifMatch?: number
}

/** The typed caller of every contract. Throws ProblemError for every answer that is not a success. */
export const createCaller =
  (send: Send): Call =>
  async (route, ...[input, options]) => {
    const { params = {}, query = {}, body, ifMatch } = (input ?? {}) as LooseInput
    const response = await send({
      method: route.method,
      url: urlOf(route, params, query),
      headers: {
        ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
        ...(options?.idempotencyKey && { 'idempotency-key': options.idempotencyKey }),
      },
      ...(body !== undefined && { body }),
    })
    if (response.status >= 400) throw asProblem(response)
    return response.body as Output<typeof route>
  }

/** The address of a route, for callers and for links to downloads. Arrays repeat the parameter. */
export const urlOf = (
  route: Route,
  params: Record<string, string> = {},
  query: Record<string, unknown> = {},
): string => {
  const path = paramNames(route.path).reduce(
    (url, name) => url.replace(`:${name}`, encodeURIComponent(params[name] ?? '')),
    `${apiPrefix}${route.path}`,
  )
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .flatMap(([key, value]) => [value].flat().map((item) => `${key}=${encodeURIComponent(String(item))}`))
  return search.length > 0 ? `${path}?${search.join('&')}` : path
}

export const asProblem = ({ status, body }: WireResponse): ProblemError => {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>
  if (problem.code === undefined || !(problem.code in problems))
    return new ProblemError(status >= 500 ? 'unavailable' : 'unexpected', `The server answered ${status}.`)
  return new ProblemError(problem.code, problem.detail ?? problems[problem.code][1], {
    ...(problem.reason !== undefined && { reason: problem.reason }),
    ...(problem.fields && { fields: problem.fields }),
    ...(problem.current !== undefined && { current: problem.current }),
    ...(problem.retryAfter !== undefined && { retryAfter: problem.retryAfter }),
    ...(problem.requestId !== undefined && { requestId: problem.requestId }),
  })
}
