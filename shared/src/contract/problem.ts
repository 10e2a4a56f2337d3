import type { FieldRule } from './field-rules.ts'
import type { FieldProblem, Problem } from './problem-schema.ts'

export type { FieldProblem, Problem }

/**
 * Every way a request can fail: code → HTTP status and a short title (RFC 9457). Clients switch on the code, never
 * on the prose. Codes are never reused for another meaning.
 */
export const problems = {
  'invalid-input': [400, 'Some fields need attention'],
  'invalid-cursor': [400, 'This page link is no longer valid'],
  'not-signed-in': [401, 'Sign in to continue'],
  'link-needed': [401, 'Open this with the link from your e-mail'],
  'wrong-credentials': [401, 'E-mail or password is not right'],
  'second-factor-required': [401, 'Enter the code from your authenticator app'],
  'session-ended': [401, 'Your session has ended'],
  'not-permitted': [403, 'Your role does not allow this'],
  'link-for-something-else': [403, 'This link is for something else'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Not possible here'],
  'already-exists': [409, 'This already exists'],
  'still-in-use': [409, 'Other records depend on this'],
  'step-not-possible': [409, 'This step is not possible now'],
  'idempotency-key-in-use': [409, 'The same request is still being worked on'],
  'link-expired': [410, 'This link has expired'],
  'link-used': [410, 'This link has done its work'],
  'link-revoked': [410, 'This link was withdrawn'],
  stale: [412, 'Someone changed this in the meantime'],
  'too-large': [413, 'Too large'],
  'unsupported-media-type': [415, 'This kind of content cannot be read'],
  'unreadable-file': [422, 'This file cannot be read'],
  'idempotency-key-reused': [422, 'This Idempotency-Key was used for another request'],
  'version-required': [428, 'Say which version you are changing'],
  'too-many-requests': [429, 'Too many requests'],
  unexpected: [500, 'Something went wrong on our side'],
  unavailable: [503, 'The service is catching its breath'],
  /** Only ever made by a client that got no answer at all. */
  unreachable: [503, 'The server could not be reached'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof problems

export const problemStatus = (code: ProblemCode): number => problems[code][0]

export interface ProblemDetails {
  /** A finer closed word where several meanings share a code: see refusals.ts. */
  reason?: string
  fields?: FieldProblem[]
  current?: unknown
  retryAfter?: number
  requestId?: string
}

/** `detail` is for the person: what happened, to which field, what to do. */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly code: ProblemCode
  readonly reason: string | undefined
  readonly fields: FieldProblem[] | undefined
  readonly current: unknown
  readonly retryAfter: number | undefined
  readonly requestId: string | undefined
  constructor(code: ProblemCode, detail: string, details: ProblemDetails = {}) {
    super(detail)
    this.code = code
    this.reason = details.reason
    this.fields = details.fields
    this.current = details.current
    this.retryAfter = details.retryAfter
    this.requestId = details.requestId
  }
}

/** A refusal of one field, said as the form would say it. */
export const fieldProblem = (field: string, message: string, rule: FieldRule = 'rule'): ProblemError =>
  new ProblemError('invalid-input', message, { fields: [{ field, rule, message }] })

export const notFound = (what: string): never => {
  throw new ProblemError('not-found', `There is no such ${what}, or you may not see it.`)
}
