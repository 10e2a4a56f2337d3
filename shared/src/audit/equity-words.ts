import type { InEnglishAndSpanish } from './in-english-and-spanish.ts'

/** What the columns of the index of need are called where changes are told. */
export const equityColumns = {
  indicators: ['Figures it is made of', 'Cifras que lo forman'],
  scaling: ['How figures are compared', 'Cómo se comparan las cifras'],
} as const satisfies Readonly<Record<string, InEnglishAndSpanish>>
