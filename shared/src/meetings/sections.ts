import type { Term } from '../vocabulary/terms.ts'

/** The four sections of a check-in, exactly and in this order (domain E9). */
export const sectionTerms = [
  { code: 'goals', en: 'Set goals', es: 'Fijar metas' },
  { code: 'progress', en: 'Assess progress', es: 'Evaluar el avance' },
  { code: 'challenges', en: 'Address challenges', es: 'Abordar las dificultades' },
  { code: 'adjustments', en: 'Make adjustments', es: 'Hacer ajustes' },
] as const satisfies readonly Term[]
export type Section = (typeof sectionTerms)[number]['code']

export const seatTerms = [
  { code: 'chair', en: 'Chair', es: 'Presidencia' },
  { code: 'district', en: 'District', es: 'Distrito' },
  { code: 'school', en: 'School', es: 'Escuela' },
  { code: 'partner', en: 'Partner', es: 'Organización aliada' },
  { code: 'family', en: 'Family', es: 'Familia' },
  { code: 'youth', en: 'Youth', es: 'Jóvenes' },
  { code: 'community', en: 'Community', es: 'Comunidad' },
] as const satisfies readonly Term[]
export type Seat = (typeof seatTerms)[number]['code']

/** How a decision was taken (domain 3.13). */
export const methodTerms = [
  { code: 'consensus', en: 'Consensus', es: 'Consenso' },
  { code: 'majority', en: 'Majority', es: 'Mayoría' },
  { code: 'supermajority', en: 'Two thirds', es: 'Dos tercios' },
  { code: 'consultation', en: 'Leader after hearing all', es: 'Quien dirige, tras escuchar' },
  { code: 'delegated', en: 'Delegated', es: 'Delegada' },
  { code: 'unanimous', en: 'Unanimous', es: 'Unanimidad' },
] as const satisfies readonly Term[]
