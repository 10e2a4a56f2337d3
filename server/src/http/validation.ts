import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import type { FieldProblem } from '@common-table/shared/contract/problem'

/** JSON bodies are taken at their word ("40" is not 40); query strings and path parameters are text and are read. */
export const registerValidation = (app: FastifyInstance): void => {
  const strict = withFormats(
    new Ajv({
      allErrors: true,
      strict: false,
      removeAdditional: false,
      coerceTypes: false,
      useDefaults: true,
    }),
  )
  const reading = withFormats(
    new Ajv({
      allErrors: true,
      strict: false,
      removeAdditional: false,
      coerceTypes: 'array',
      useDefaults: true,
    }),
  )
  app.setValidatorCompiler(({ schema, httpPart }) => {
    // Compiled when first asked: all at once they would hold up every start for half a second.
    let check: ValidateFunction | undefined
    return (value: unknown) => {
      check ??= (httpPart === 'body' ? strict : reading).compile(schema as object)
      return check(value)
        ? { value }
        : { error: Object.assign(new Error('invalid'), { validation: check.errors ?? [], httpPart }) }
    }
  })
}

// ajv-formats is CommonJS whose types hide the callable default.
const withFormats = (ajv: Ajv): Ajv => (addFormats as unknown as (ajv: Ajv) => Ajv)(ajv)

/** Each broken rule as a field and a sentence. At most 50: beyond that the first ones say enough. */
export const fieldProblems = (errors: readonly ErrorObject[]): FieldProblem[] => {
  const seen = new Map<string, FieldProblem>()
  for (const error of errors.slice(0, 200)) {
    const field = fieldOf(error)
    // A union reports every branch; the first, most specific complaint about a field is the one to read.
    if (error.keyword === 'anyOf' && [...seen.keys()].some((known) => known.startsWith(field))) continue
    if (!seen.has(field)) seen.set(field, { field, rule: error.keyword, message: sentence(error) })
  }
  return [...seen.values()].slice(0, 50)
}

const fieldOf = ({ instancePath, keyword, params }: ErrorObject): string => {
  const path = instancePath.split('/').slice(1)
  if (keyword === 'required') path.push(String((params as { missingProperty: string }).missingProperty))
  if (keyword === 'additionalProperties')
    path.push(String((params as { additionalProperty: string }).additionalProperty))
  return path.join('.')
}

const sentence = ({ keyword, params }: ErrorObject): string => {
  const rule = params as Record<string, unknown>
  switch (keyword) {
    case 'required':
      return 'This is required.'
    case 'additionalProperties':
      return 'There is no such field here. Check its spelling.'
    case 'type':
      return rule.type === 'null'
        ? 'This value is not allowed here.'
        : `This must be ${article(String(rule.type))}.`
    case 'enum':
      return `This must be one of: ${(rule.allowedValues as unknown[]).filter((value) => value !== null).join(', ')}.`
    case 'format':
      return `This must be a valid ${String(rule.format).replace('uuid', 'id').replace('uri', 'web address')}.`
    case 'minLength':
      return rule.limit === 1
        ? 'This must not be empty.'
        : `This needs at least ${String(rule.limit)} characters.`
    case 'maxLength':
      return `This can have at most ${String(rule.limit)} characters.`
    case 'minimum':
      return `This must be ${String(rule.limit)} or more.`
    case 'maximum':
      return `This must be ${String(rule.limit)} or less.`
    case 'maxItems':
      return `At most ${String(rule.limit)} are possible.`
    case 'minItems':
      return `At least ${String(rule.limit)} is needed.`
    case 'pattern':
      return rule.pattern === '\\S' ? 'This must not be blank.' : 'This does not have the expected form.'
    default:
      return 'This value is not allowed here.'
  }
}

const article = (type: string): string =>
  (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`).replace('boolean', 'yes-or-no value')
