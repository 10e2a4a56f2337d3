import type { Term } from './terms.ts'

/** How far an organization reaches (domain C8). */
export const geographicLevels = [
  { code: 'neighborhood', en: 'Neighborhood', es: 'Vecindario' },
  { code: 'local', en: 'City or county', es: 'Ciudad o condado' },
  { code: 'regional', en: 'Region', es: 'Región' },
  { code: 'state', en: 'State', es: 'Estado' },
  { code: 'national', en: 'National', es: 'Nacional' },
  { code: 'international', en: 'International', es: 'Internacional' },
] as const satisfies readonly Term[]
export type GeographicLevel = (typeof geographicLevels)[number]['code']
