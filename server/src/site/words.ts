import { english, type SiteWords } from './words.en.ts'
import { spanish } from './words.es.ts'

export const siteWords: Readonly<Record<'en' | 'es', SiteWords>> = { en: english, es: spanish }
export type { SiteWords }

/** `{name}` replaced by what is given. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** One, or many. */
export const count = ([one, many]: readonly string[], n: number): string =>
  fill((n === 1 ? one : many) ?? '', { n })
