import type { InEnglishAndSpanish } from './in-english-and-spanish.ts'

/** What the columns of funding and of reviews of quality are called where changes are told. */
export const outlookColumns = {
  alignment: ['Alignment with our goals', 'Alineación con nuestras metas'],
  delivery: ['Delivery', 'Cumplimiento'],
  equity: ['Equity', 'Equidad'],
  needed: ['It stops without this', 'Sin esto se detiene'],
  relationship: ['Relationship', 'Relación'],
  reviewed_by_name: ['Reviewed by', 'Revisado por'],
  sustainability: ['Sustainability', 'Sostenibilidad'],
} as const satisfies Readonly<Record<string, InEnglishAndSpanish>>
