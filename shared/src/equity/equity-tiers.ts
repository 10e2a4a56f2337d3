import type { Term } from '../vocabulary/terms.ts'

/** Five tiers of need, named as LAUSD's Student Equity Need Index names them (domain 3.11), the neediest first. */
export const equityTiers = [
  { code: 'highest', en: 'Highest', es: 'Máxima' },
  { code: 'high', en: 'High', es: 'Alta' },
  { code: 'moderate', en: 'Moderate', es: 'Moderada' },
  { code: 'low', en: 'Low', es: 'Baja' },
  { code: 'lowest', en: 'Lowest', es: 'Mínima' },
] as const satisfies readonly Term[]
export type EquityTier = (typeof equityTiers)[number]['code']

/** The two tiers an offer of help is to reach first. */
export const firstTiers: readonly EquityTier[] = ['highest', 'high']

/** How much more a need weighs at a school of a tier: 1.5 at the top to 1.0 in even steps; 1.0 where nothing is known. */
export const equityFactor = (tier: EquityTier | null): number => {
  const place = equityTiers.findIndex(({ code }) => code === tier)
  return place < 0 ? 1 : 1.5 - place * 0.125
}

/** The tier of a school that `before` of `schools` schools outrank: fifths of the ranking. */
export const tierAt = (before: number, schools: number): EquityTier =>
  equityTiers[Math.min(4, Math.floor((5 * before) / schools))]!.code
