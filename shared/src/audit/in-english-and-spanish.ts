import type { Language } from '../vocabulary/terms.ts'

/** One thing called in both languages, English first. */
export type InEnglishAndSpanish = readonly [en: string, es: string]

export const said = (words: InEnglishAndSpanish | undefined, language: Language): string | undefined =>
  words?.[language === 'en' ? 0 : 1]
