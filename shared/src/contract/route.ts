import type { Static, TSchema } from 'typebox'
import type { Access } from './permission.ts'

/** One HTTP operation, written once: the server mounts it, the client calls it, the tests sweep it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Relative to /api/v1. Every `:param` is a record's UUID, so the path alone types and validates it. */
  readonly path: `/${string}`
  readonly access: Access
  /** One line for the API reference: what this does, in the district's words. */
  readonly summary: string
  readonly query?: TSchema
  readonly body?: TSchema
  /** Absent means 204 No Content. Fields missing from this schema never leave the server. */
  readonly response?: TSchema
  /** The write needs `If-Match: "<version>"`; a stale one is 412 with the record as it is now. */
  readonly ifMatch?: true
  /**
   * One file as multipart/form-data (part `file`), beside the query: of any kind up to the server's limit, or a document
   * (PDF, JPEG, PNG, WebP by its content) up to so many megabytes. What is refused leaves nothing behind.
   */
  readonly upload?: true | { readonly documentMegabytes: number }
  /** The answer is a file of this media type instead of JSON. */
  readonly download?: string
  /** The answer is a stream of server-sent events, each one `response`. */
  readonly events?: true
  /** Repeating it is harmless or must not be replayed (signing in): the Idempotency-Key is not kept. */
  readonly replay?: 'never'
  /** Which budget a caller without a session draws on. */
  readonly throttle?: 'sign-in' | 'link' | 'form'
  /** A POST that only asks; it runs like a read and answers 200. */
  readonly asks?: true
}

export type Contract = Readonly<Record<string, Route>>

export const defineContract = <const C extends Contract>(contract: C): C => contract

type ParamName<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamName<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

type Part<Key extends string, Value> = [Value] extends [never] ? unknown : { [K in Key]: Value }

export type Input<R extends Route> = Part<
  'params',
  [ParamName<R['path']>] extends [never] ? never : Record<ParamName<R['path']>, string>
> &
  Part<'query', R['query'] extends TSchema ? Static<R['query']> : never> &
  Part<'body', R['body'] extends TSchema ? Static<R['body']> : never> &
  Part<'ifMatch', R['ifMatch'] extends true ? number : never>

export type Output<R extends Route> = R['response'] extends TSchema ? Static<R['response']> : void

export const paramNames = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!)

export const apiPrefix = '/api/v1'

export const successStatus = (route: Route): 200 | 201 | 204 =>
  route.response === undefined && route.download === undefined
    ? 204
    : route.method === 'POST' && !route.asks
      ? 201
      : 200
