import type { TSchema } from 'typebox'
import { Errors } from 'typebox/value'

/** One rule of the schema that the form breaks: `limit` is the number or word the rule speaks of. */
export interface BrokenRule {
  field: string
  rule: string
  limit: string
}

const fieldOf = (pointer: string): string => pointer.split('/').slice(1).join('.')
const limits = ['limit', 'format', 'multipleOf', 'comparison']

/** Which fields break which rules, first rule first. Interprets the schema, so a strict CSP needs no exception. */
export const brokenRules = (schema: TSchema, value: unknown): BrokenRule[] =>
  Errors(schema, value).flatMap((error) => {
    const params = error.params as Record<string, unknown>
    const at = fieldOf(error.instancePath)
    const limit = String(limits.map((name) => params[name]).find((found) => found !== undefined) ?? '')
    const rule = error.keyword === 'format' ? `format-${limit}` : error.keyword
    if (error.keyword !== 'required') return at === '' ? [] : [{ field: at, rule, limit }]
    const missing = (params.requiredProperties ?? []) as string[]
    return missing.map((name) => ({ field: at === '' ? name : `${at}.${name}`, rule, limit }))
  })
