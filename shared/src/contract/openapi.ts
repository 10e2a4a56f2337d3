import type { TSchema } from 'typebox'
import { accessName, isLinkAccess, type Access } from './permission.ts'
import { problems } from './problem.ts'
import { Problem } from './problem-schema.ts'
import { apiPrefix, paramNames, successStatus, type Contract, type Route } from './route.ts'

/** OpenAPI 3.1 of all contracts. The schemas already are JSON Schema 2020-12, so this only arranges them. */
export const openApi = (contracts: Readonly<Record<string, Contract>>, version: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Common Table',
    version,
    summary: 'Partnerships, needs and outcomes of a school district',
    description:
      'Every failure is an RFC 9457 problem with a `code` from a closed list. Lists are paged by an opaque `cursor`. ' +
      'Records that can change carry a `version`: it comes as `ETag` and goes back as `If-Match`. ' +
      'Any POST may carry an `Idempotency-Key`, so that repeating it is safe.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: apiPrefix }],
  tags: Object.keys(contracts).map((name) => ({ name })),
  paths: pathsOf(contracts),
  components: {
    securitySchemes: {
      signedIn: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description: 'From POST /auth/sign-in.',
      },
      link: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: '`Link <token>`: the part after the # of an e-mailed link. It is good for one purpose.',
      },
      client: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: '/oauth/token', scopes: scopesOf(contracts) } },
      },
    },
    schemas: { Problem },
    responses: {
      Problem: {
        description: `A problem. Codes: ${Object.keys(problems).join(', ')}.`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  },
})

const routesOf = (contracts: Readonly<Record<string, Contract>>): [tag: string, name: string, Route][] =>
  Object.entries(contracts).flatMap(([tag, contract]) =>
    Object.entries(contract).map(([name, route]): [string, string, Route] => [tag, name, route]),
  )

const scopesOf = (contracts: Readonly<Record<string, Contract>>): Record<string, string> =>
  Object.fromEntries(
    [...new Set(routesOf(contracts).flatMap(([, , { access }]) => scopeOf(access)))]
      .sort()
      .map((scope) => [scope, scope.replace(':', ': ')]),
  )

/** The permission a route asks for, which is also the scope of a client. */
const scopeOf = (access: Access): string[] =>
  isLinkAccess(access) || access === 'public' || access === 'signed-in' ? [] : [access]

const securityOf = (access: Access): Record<string, string[]>[] => {
  if (access === 'public') return []
  return isLinkAccess(access) ? [{ link: [] }] : [{ signedIn: [] }, { client: scopeOf(access) }]
}

const pathsOf = (contracts: Readonly<Record<string, Contract>>): Record<string, Record<string, object>> => {
  const paths: Record<string, Record<string, object>> = {}
  for (const [tag, name, route] of routesOf(contracts)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(tag, name, route) }
  }
  return paths
}

const operationOf = (tag: string, name: string, route: Route) => ({
  operationId: name,
  tags: [tag],
  summary: route.summary,
  ...(scopeOf(route.access).length > 0 && { 'x-permission': accessName(route.access) }),
  security: securityOf(route.access),
  parameters: [...pathParameters(route), ...queryParameters(route.query), ...headerParameters(route)],
  ...(bodyOf(route) && { requestBody: bodyOf(route) }),
  responses: {
    [successStatus(route)]: successOf(route),
    default: { $ref: '#/components/responses/Problem' },
  },
})

const pathParameters = ({ path }: Route) =>
  paramNames(path).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }))

const queryParameters = (query: TSchema | undefined) => {
  const { properties = {}, required = [] } = (query ?? {}) as {
    properties?: Record<string, object>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

const headerParameters = (route: Route) => [
  ...(route.ifMatch
    ? [
        {
          name: 'If-Match',
          in: 'header',
          required: true,
          schema: { type: 'string' },
          description: 'The version you read, in quotes.',
        },
      ]
    : []),
  ...(route.method === 'POST' && !route.asks && route.replay !== 'never'
    ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }]
    : []),
]

const bodyOf = (route: Route) =>
  route.upload
    ? {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              required: ['file'],
              properties: { file: { type: 'string', format: 'binary' } },
            },
          },
        },
      }
    : route.body && { required: true, content: { 'application/json': { schema: route.body } } }

const successOf = (route: Route) => {
  if (route.download) return { description: 'The file', content: { [route.download]: {} } }
  if (route.events)
    return { description: 'A stream of events', content: { 'text/event-stream': { schema: route.response } } }
  return route.response
    ? { description: 'Done', content: { 'application/json': { schema: route.response } } }
    : { description: 'Done; nothing to say' }
}
