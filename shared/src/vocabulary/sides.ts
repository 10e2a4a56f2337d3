import type { Term } from './terms.ts'

/** The two sides of every partnership. */
export const sideTerms = [
  { code: 'district', en: 'District', es: 'Distrito' },
  { code: 'partner', en: 'Partner', es: 'Organización aliada' },
] as const satisfies readonly Term[]
export type Side = (typeof sideTerms)[number]['code']

export const sides: readonly Side[] = ['district', 'partner']
