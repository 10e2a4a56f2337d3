import type { FieldRule } from '../contract/field-rules.ts'
import type { FieldProblem } from '../contract/problem.ts'
import type { ImportKind, KnownMetric } from './kinds/kind.ts'
import { figureKinds } from './kinds/measurements.ts'

const problem = (field: string, rule: FieldRule, message: string): FieldProblem => ({ field, rule, message })

/** What is wrong with a mapping as such: unknown fields, one field for two columns, too many or too few. */
export const mappingProblems = (
  kind: ImportKind,
  metrics: readonly KnownMetric[],
  columns: number,
  mapping: readonly (string | null)[],
): FieldProblem[] => {
  if (mapping.length !== columns)
    return [
      problem(
        'mapping',
        'length',
        `The file has ${columns} columns; say for each what it is, or null to leave it out.`,
      ),
    ]
  const known = new Set(kind.fieldsFor(metrics).map(({ key }) => key))
  return mapping.flatMap((key, at) => {
    if (key === null) return []
    if (!known.has(key))
      return [problem(`mapping.${at}`, 'unknown', 'There is no such field for this kind of file.')]
    return mapping.indexOf(key) < at
      ? [problem(`mapping.${at}`, 'twice', 'Another column is this field already. Leave one of the two out.')]
      : []
  })
}

/** What is still missing before a file can be checked or brought in. */
export const missingFields = (
  kind: ImportKind,
  metrics: readonly KnownMetric[],
  mapping: readonly (string | null)[],
): FieldProblem[] => {
  const mapped = new Set(mapping)
  const fields = kind.fieldsFor(metrics)
  const missing = kind.needs.flat().filter((key) => !mapped.has(key))
  const labels = missing.map((key) => fields.find((field) => field.key === key)?.label.en ?? key)
  if (labels.length > 0)
    return [problem('mapping', 'needed', `Say which column holds: ${labels.join(', ')}.`)]
  const figures = mapping.some((key) => key !== null && (key.includes(':') || key === 'metric'))
  if (kind.key === 'delivery_measurements' && !mapped.has('partnership') && !mapped.has('service'))
    return [problem('mapping', 'needed', 'Say which column holds the partnership or the service.')]
  if (figureKinds.includes(kind.key) && !figures)
    return [problem('mapping', 'needed', 'Say which columns hold figures, and of which metric.')]
  if (mapped.has('metric') && !mapped.has('value'))
    return [problem('mapping', 'needed', 'Say which column holds the value of the metric.')]
  return []
}

/** What is wrong with the options. */
export const optionProblems = (kind: ImportKind, options: Readonly<Record<string, string>>): FieldProblem[] =>
  Object.entries(options).flatMap(([key, value]) => {
    const option = kind.options.find((one) => one.key === key)
    if (option === undefined)
      return [problem(`options.${key}`, 'unknown', 'There is no such option for this kind of file.')]
    const choices = option.choices.map((choice) => choice.value)
    return choices.includes(value)
      ? []
      : [problem(`options.${key}`, 'choose', `This must be one of: ${choices.join(', ')}.`)]
  })
