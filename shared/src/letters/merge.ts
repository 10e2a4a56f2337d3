import type { MergeFacts } from './fields.ts'

const place = /\{([a-z]+(?:_[a-z]+)*)\}/g

/**
 * Fills a text. A field with nothing to say stays in it as `{field}`: it is shown, and the letter does not go out,
 * instead of a blank nobody notices (domain D13).
 */
export const merge = (text: string, facts: MergeFacts): string =>
  text.replaceAll(place, (whole, code: string) => {
    const value = (facts as Readonly<Record<string, string | null | undefined>>)[code]
    return value?.trim() ? value.trim() : whole
  })

/** The fields a text still waits for, each once, in their order. */
export const fieldsIn = (...texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(place)].map(([, code]) => code ?? ''))),
]
