import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorObject } from 'ajv'
import { ProblemError, problems, problemStatus, type Problem } from '@common-table/shared/contract/problem'
import { isLost } from '../db/lost.ts'
import { fieldProblems } from './validation.ts'

/** RFC 9457 for every failure. Only accidents are logged as errors; what a person mistyped is not. */
export const registerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((thrown: FastifyError | Error, request, reply) => {
    const error = bare(thrown)
    const problem = toProblem(error)
    if (problem.code === 'unexpected') request.log.error({ err: error }, 'request failed')
    else if (problemStatus(problem.code) >= 500) request.log.warn({ reason: error.message }, 'unavailable')
    return sendProblem(problem, request, reply)
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      new ProblemError('not-found', `Nothing is served at ${request.method} ${request.url.split('?')[0]}.`),
      request,
      reply,
    ),
  )
}

export const sendProblem = (
  problem: ProblemError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const status = problemStatus(problem.code)
  const body: Problem = {
    type: `/docs#problem-${problem.code}`,
    title: problems[problem.code][1],
    status,
    detail: problem.message,
    instance: request.url.split('?')[0]!,
    code: problem.code,
    ...(problem.reason !== undefined && { reason: problem.reason }),
    ...(problem.fields && { fields: problem.fields }),
    ...(problem.current !== undefined && { current: problem.current }),
    ...(problem.retryAfter !== undefined && { retryAfter: problem.retryAfter }),
    requestId: request.id,
  }
  if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  return reply.code(status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body))
}

const away = (): ProblemError =>
  new ProblemError(
    'unavailable',
    'The database is not answering just now. Nothing was changed; try again in a moment.',
    { retryAfter: 2 },
  )

/** Drizzle wraps what the database said, and repeats the values of the query, which no log should hold. */
const bare = (error: FastifyError | Error): FastifyError | Error =>
  'query' in error && error.cause instanceof Error ? error.cause : error

const toProblem = (error: FastifyError | Error): ProblemError => {
  if (error instanceof ProblemError) return error
  const { validation, code, statusCode } = error as FastifyError & {
    validation?: ErrorObject[]
    httpPart?: string
  }
  if (validation) {
    const fields = fieldProblems(validation)
    const named = fields.map(({ field }) => field).filter(Boolean)
    return new ProblemError(
      'invalid-input',
      named.length > 0 ? `Check ${named.slice(0, 5).join(', ')}.` : 'The request is not readable as it is.',
      { fields },
    )
  }
  return (
    fromDatabase(error as Error & { code?: string; constraint?: string }) ??
    fromFastify(code, statusCode, error)
  )
}

/** What PostgreSQL refused, said to a person. Codes: PostgreSQL manual, appendix A. */
const fromDatabase = (error: Error & { code?: string; constraint?: string }): ProblemError | undefined => {
  const code = error.code ?? ''
  if (code === '23505')
    return new ProblemError('already-exists', 'A record with the same key is already there.')
  if (code === '23503')
    return error.message.startsWith('update or delete')
      ? new ProblemError('still-in-use', 'Other records depend on this one; remove or change those first.')
      : new ProblemError('invalid-input', 'One of the records you refer to does not exist in your district.')
  if (['23514', '22P02', '22003', '22001', '22007', '22008', '23502', '22P05', '22021'].includes(code))
    return new ProblemError('invalid-input', 'One of the values is outside what can be stored.')
  const busy = code.startsWith('53') || ['57014', '40001', '40P01', '55P03', 'ENOENT'].includes(code)
  return busy || isLost(error) ? away() : undefined
}

const fromFastify = (
  code: string | undefined,
  statusCode: number | undefined,
  error: Error,
): ProblemError => {
  if (statusCode === 413)
    return new ProblemError('too-large', 'This is larger than the server accepts. Send less at once.')
  if (statusCode === 415)
    return new ProblemError(
      'unsupported-media-type',
      'Send JSON with the header Content-Type: application/json.',
    )
  if (
    code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    error instanceof SyntaxError
  )
    return new ProblemError('invalid-input', 'The body is not valid JSON.')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new ProblemError('invalid-input', 'The request is not readable as it is.')
  return new ProblemError(
    'unexpected',
    'Something went wrong on our side. It was noted; the request id helps us find it.',
  )
}
