import { equityTiers } from '@common-table/shared/equity/equity-tiers'
import { schoolLevels } from '@common-table/shared/schools/schemas'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useExplorerWords } from './use-explorer.ts'

/** What schools have in common, to choose them by. */
export const useExplorerFilters = (areas: () => readonly string[]) => {
  const { t } = useI18n()
  const words = useExplorerWords()
  return {
    levels: computed(() => schoolLevels.map((value) => ({ value, label: t(`outcomes.level.${value}`) }))),
    areas: computed(() => areas().map((value) => ({ value, label: value }))),
    tiers: computed(() => equityTiers.map(({ code }) => ({ value: code, label: words.tier(code) }))),
  }
}
