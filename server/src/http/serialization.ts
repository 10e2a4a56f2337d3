import { SerializerSelector } from '@fastify/fast-json-stringify-compiler'
import type { FastifyInstance } from 'fastify'

/** Fastify's own compiler, asked when a route first answers: all answers of all routes at once would hold up every start. */
export const registerSerialization = (app: FastifyInstance): void => {
  const compile = SerializerSelector()({}, {})
  app.setSerializerCompiler((route) => {
    let write: ((value: unknown) => string) | undefined
    return (value: unknown) => {
      write ??= compile({ ...route, httpStatus: route.httpStatus ?? '' })
      return write(value)
    }
  })
}
