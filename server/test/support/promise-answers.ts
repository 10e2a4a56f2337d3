import type { FastifyInstance } from 'fastify'
import { Value } from 'typebox/value'

/** Every answer is held to its contract, also the JSON that PostgreSQL wrote. */
export const promiseAnswers = (http: FastifyInstance): void => {
  http.addHook('onSend', async (request, reply, payload) => {
    const { route, name } = request.routeOptions.config
    if (
      reply.statusCode >= 300 ||
      !route?.response ||
      route.download ||
      route.events ||
      !(typeof payload === 'string' || Buffer.isBuffer(payload))
    )
      return payload
    const answer: unknown = JSON.parse(payload.toString())
    if (!Value.Check(route.response, answer))
      throw new Error(
        `${name} answered something its contract does not promise: ${JSON.stringify(Value.Errors(route.response, answer).slice(0, 3))}`,
      )
    return payload
  })
}
