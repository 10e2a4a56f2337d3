import type { InEnglishAndSpanish } from './in-english-and-spanish.ts'

/** Columns of releases of figures. */
export const releaseColumns = {
  rules: ['Version of the rules', 'Versión de las reglas'],
  findings: ['What the check found', 'Lo que halló la comprobación'],
  found: ['What it found', 'Qué halló'],
  checked_at: ['Checked', 'Comprobada'],
  made_by_name: ['Prepared by', 'Preparada por'],
  published_at: ['Published', 'Publicada'],
  published_by: ['Published by', 'Publicada por'],
  published_by_name: ['Published by', 'Publicada por'],
  withdrawn_at: ['Withdrawn', 'Retirada'],
  withdrawn_by_name: ['Withdrawn by', 'Retirada por'],
  withdrawn_because: ['Why it was withdrawn', 'Por qué se retiró'],
} as const satisfies Readonly<Record<string, InEnglishAndSpanish>>
