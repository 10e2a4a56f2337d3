import type { Term } from '../vocabulary/terms.ts'

/** What tells two kinds of help at one school apart, so that one does not double the other (domain 5.3). */
export const differenceTerms = [
  { code: 'school', en: 'At another school', es: 'En otra escuela' },
  { code: 'category', en: 'Another kind of help', es: 'Otro tipo de ayuda' },
  { code: 'tier', en: 'For another tier', es: 'Para otro nivel' },
  { code: 'audience', en: 'For other people', es: 'Para otras personas' },
  { code: 'grades', en: 'For other grades', es: 'Para otros grados' },
  { code: 'language', en: 'In another language', es: 'En otro idioma' },
  { code: 'time', en: 'At another time', es: 'En otro horario' },
] as const satisfies readonly Term[]
export type Difference = (typeof differenceTerms)[number]['code']
