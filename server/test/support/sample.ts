import { paramNames, type Route } from '@common-table/shared/contract/route'
import { id } from './api.ts'

interface Schema {
  anyOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  examples?: unknown[]
  type?: string | string[]
  format?: string
  pattern?: string
  minLength?: number
  minimum?: number
  minItems?: number
  items?: Schema | Schema[]
  properties?: Record<string, Schema>
  patternProperties?: Record<string, Schema>
}

/** Texts that fit the patterns our schemas use; a new pattern that none fits shows up as a failing sweep. */
const texts = [
  'x',
  'en',
  '2024-25',
  'MO',
  'k',
  'a_code',
  'https://example.org',
  '12-3456789',
  '08:30',
  'PK',
  '0'.repeat(64),
  'a-page',
]

const formats: Record<string, string> = {
  uuid: id(7),
  'date-time': '2026-01-31T08:00:00.000Z',
  date: '2026-01-31',
  time: '08:30:00',
  email: 'person@example.org',
  uri: 'https://example.org',
}

/** Some value that fits a schema. */
export const sampleOf = (schema: Schema): unknown => {
  if (schema.examples) return schema.examples[0]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sampleOf(schema.anyOf[0]!)
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(sampleOf))
  switch ([schema.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, part]) => [name, sampleOf(part)]),
      )
    case 'array':
      return sampleList(schema)
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    case 'null':
      return null
    case 'string':
      return sampleText(schema)
    default:
      return {}
  }
}

/** A tuple lists a schema per place. */
const sampleList = ({ items, minItems }: Schema): unknown[] => {
  if (Array.isArray(items)) return items.map(sampleOf)
  return items ? Array.from({ length: Math.max(1, minItems ?? 1) }, () => sampleOf(items)) : []
}

const sampleText = ({ format, pattern, minLength = 0 }: Schema): string => {
  if (format) return formats[format] ?? 'x'
  const fitting = texts.find(
    (text) => (!pattern || new RegExp(pattern, 'u').test(text)) && text.length >= minLength,
  )
  return fitting ?? 'x'.repeat(minLength)
}

export interface SampleInput {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  ifMatch?: number
}

/** An input every part of which passes validation. Cursors are left out: they are signed, not sampled. */
export const sampleInput = (route: Route): SampleInput => {
  const names = paramNames(route.path)
  const query = route.query && (sampleOf(route.query as Schema) as Record<string, unknown>)
  if (query) delete query['cursor']
  return {
    ...(names.length > 0 && { params: Object.fromEntries(names.map((name, at) => [name, id(at + 1)])) }),
    ...(query && { query }),
    ...(route.body && { body: sampleOf(route.body as Schema) }),
    ...(route.ifMatch && { ifMatch: 1 }),
  }
}
