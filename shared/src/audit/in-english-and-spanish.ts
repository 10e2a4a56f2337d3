/** One thing called in both languages, English first. */
export type InEnglishAndSpanish = readonly [en: string, es: string]
