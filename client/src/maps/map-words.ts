import { equityTiers, type EquityTier } from '@common-table/shared/equity/equity-tiers'
import type { GapStep } from '@common-table/shared/needs/gap'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormats } from '../platform/formats.ts'
import { useEquityWords } from '../needs/index.ts'
import type { Mark } from './clusters.ts'

export type MapColor = 'gap' | 'equity'

/** The figure on a mark and the step of the ramp below it: 0 to 4 for a gap, 1 to 5 for a tier, 5 the neediest. */
export const lookOf = (color: MapColor, step: GapStep | null, tier: EquityTier | null) => {
  if (color === 'gap') return step === null ? undefined : { ramp: step, figure: String(step) }
  const place = equityTiers.findIndex(({ code }) => code === tier)
  return place < 0 ? undefined : { ramp: 4 - place, figure: String(5 - place) }
}

/** What a mark says to whoever hears it, and the first lines of its card. */
export const useMapWords = () => {
  const { t } = useI18n()
  const format = useFormats()
  const tiers = useEquityWords()
  return computed(() => {
    const gap = ({ demand, unmet, step }: Pick<Mark, 'demand' | 'unmet' | 'step'>): string =>
      demand > 0
        ? t('maps.unmetOf', { unmet: format.value.number(unmet), demand: format.value.number(demand) }, unmet)
        : t(step === null ? 'maps.noNeed' : 'maps.unsized')
    const figure = (color: MapColor, mark: Pick<Mark, 'demand' | 'unmet' | 'step' | 'tier'>): string =>
      color === 'gap' ? gap(mark) : t('maps.tierIs', { tier: tiers.tier(mark.tier) })
    const name = (mark: Mark): string => {
      if (mark.school) return mark.school.name
      if (mark.site) return t('maps.siteOf', { name: mark.site.organization.name })
      return [
        mark.schools > 0 && t('maps.schools', { n: format.value.number(mark.schools) }, mark.schools),
        mark.sites > 0 && t('maps.sites', { n: format.value.number(mark.sites) }, mark.sites),
      ]
        .filter(Boolean)
        .join(', ')
    }
    return {
      gap,
      figure,
      name,
      spoken: (color: MapColor, mark: Mark): string =>
        mark.schools === 0 ? name(mark) : `${name(mark)}: ${figure(color, mark)}`,
      tier: tiers.tier,
      tiers: tiers.tiers.value,
    }
  })
}
