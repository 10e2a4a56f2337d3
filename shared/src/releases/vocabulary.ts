import type { Term } from '../vocabulary/terms.ts'

export const releaseStates = [
  { code: 'checking', en: 'Being checked', es: 'En comprobación' },
  { code: 'ready', en: 'Ready to publish', es: 'Lista para publicar' },
  { code: 'refused', en: 'Refused by its check', es: 'Rechazada por la comprobación' },
  { code: 'published', en: 'Published', es: 'Publicada' },
  { code: 'withdrawn', en: 'Withdrawn', es: 'Retirada' },
] as const satisfies readonly Term[]
