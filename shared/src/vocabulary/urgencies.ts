import type { Term } from './terms.ts'

/** How soon a need matters, as a school says it. */
export const urgencies = [
  { code: 'now', en: 'Within weeks', es: 'En unas semanas' },
  { code: 'this_term', en: 'This term', es: 'En este periodo' },
  { code: 'this_year', en: 'This school year', es: 'Este año escolar' },
] as const satisfies readonly Term[]
export type Urgency = (typeof urgencies)[number]['code']
