import type { Term } from '../vocabulary/terms.ts'

export const roundKindTerms = [
  { code: 'snapshot', en: 'School snapshot', es: 'Panorama de las escuelas' },
  { code: 'census', en: 'Partner census', es: 'Censo de aliados' },
] as const satisfies readonly Term[]
