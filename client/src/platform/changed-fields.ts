import { withoutBlanks } from './blank-fields.ts'

/** A form writes no blanks, a record does: that alone is no change. */
const written = (value: unknown): string | undefined => JSON.stringify(withoutBlanks(value))

/**
 * What a form changed of a record, for a PATCH: fields that differ, and those that were emptied with the value that
 * stands for empty. A form leaves blanks out of its body, so absence alone would mean "as it was".
 */
export const changedFields = <T extends object>(
  before: T,
  body: Partial<T>,
  blanks: { readonly [K in keyof T]?: T[K] },
  fields: readonly (keyof T)[],
): Partial<T> => {
  const changes: Partial<T> = {}
  for (const field of fields) {
    const after = body[field] ?? blanks[field]
    if (after !== undefined && written(after) !== written(before[field])) changes[field] = after
  }
  return changes
}
