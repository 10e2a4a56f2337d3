import { describe, expect, it } from 'vitest'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { contracts } from '@common-table/shared/contracts'
import type { Contract } from '@common-table/shared/contract/route'
import { useApi } from './support/api.ts'

describe('the API reference', () => {
  const api = useApi()

  it('describes every route in OpenAPI 3.1, with schemas a validator can compile', async () => {
    const description = (await api.app.inject('/openapi.json')).json()
    expect(description.openapi).toBe('3.1.0')
    const described = Object.entries<Record<string, { operationId: string }>>(description.paths).flatMap(
      ([, methods]) => Object.values(methods).map(({ operationId }) => operationId),
    )
    const names = Object.values<Contract>(contracts).flatMap((contract) => Object.keys(contract))
    expect(described.sort()).toEqual(names.sort())
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    for (const methods of Object.values<Record<string, { requestBody?: { content: object } }>>(
      description.paths,
    ))
      for (const { requestBody } of Object.values(methods))
        for (const { schema } of Object.values<{ schema?: object }>((requestBody?.content ?? {}) as never))
          // content is media types
          if (schema) expect(() => ajv.compile(schema)).not.toThrow()
  })

  it('is a page that loads nothing from elsewhere and needs no script', async () => {
    const { body, headers } = await api.app.inject('/docs')
    expect(headers['content-type']).toContain('text/html')
    expect(body).not.toMatch(/<script|https?:\/\//)
    expect(body).toContain('/api/v1/district')
    expect((await api.app.inject('/docs/reference.css')).statusCode).toBe(200)
  })
})
