/** What was left empty was not given: '', null and undefined leave the body, in nested objects too. */
export const withoutBlanks = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutBlanks)
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'object' || value === null || value instanceof Blob) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]): [string, unknown] => [key, withoutBlanks(part)])
      .filter(([, part]) => part !== '' && part !== null && part !== undefined),
  )
}
