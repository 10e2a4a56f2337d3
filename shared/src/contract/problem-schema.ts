import * as Type from 'typebox'
import { problems, type ProblemCode } from './problem.ts'

// Apart from problem.ts, so that a browser can name and throw problems before it has loaded any schema.

/** One field that needs attention: its path as dots (`address.city`), the rule it broke, and a sentence. */
export const FieldProblem = Type.Object({
  field: Type.String(),
  rule: Type.String(),
  message: Type.String(),
})
export type FieldProblem = Type.Static<typeof FieldProblem>

/** RFC 9457 problem details, with this product's closed `code`, the fields, and the request id for support. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  instance: Type.Optional(Type.String()),
  code: Type.Enum(Object.keys(problems) as ProblemCode[]),
  /** A finer closed word where several meanings share a code. */
  reason: Type.Optional(Type.String()),
  fields: Type.Optional(Type.Array(FieldProblem)),
  /** With `stale`: the record as it is now. With a closed link: whose it was. */
  current: Type.Optional(Type.Unknown()),
  /** With `too-many-requests` and `unavailable`: seconds to wait. */
  retryAfter: Type.Optional(Type.Integer()),
  requestId: Type.Optional(Type.String()),
})
export type Problem = Type.Static<typeof Problem>
