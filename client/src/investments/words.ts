import {
  balanceBands,
  contributionUnits,
  type BalanceBand,
} from '@common-table/shared/investments/vocabulary'
import { contributionTypes } from '@common-table/shared/vocabulary/contribution-types'
import { nameOf, type Language, type Term } from '@common-table/shared/vocabulary/terms'
import { computed, inject } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Words } from '../platform/i18n.ts'
import type { Tone } from '../ui/StatusBadge.vue'

export const bandTones: Record<BalanceBand, Tone> = {
  nothing_yet: 'neutral',
  carried_by_district: 'warning',
  leans_on_district: 'info',
  balanced: 'success',
  leans_on_partner: 'info',
  carried_by_partner: 'warning',
}

/** The vocabulary of contributions in this person's language; also fetches the feature's own words. */
export const useInvestmentWords = () => {
  const { locale } = useI18n()
  void inject<Words | undefined>('words', undefined)?.load('investments')
  const language = computed<Language>(() => (locale.value === 'es' ? 'es' : 'en'))
  const options = <Code extends string>(terms: readonly Term<Code>[]) =>
    terms.map((term) => ({ value: term.code, label: term[language.value] }))
  return computed(() => ({
    band: (code: string) => nameOf(balanceBands, code, language.value),
    type: (code: string) => nameOf(contributionTypes, code, language.value),
    unit: (code: string) => nameOf(contributionUnits, code, language.value),
    bands: options(balanceBands),
    types: options(contributionTypes),
    units: options(contributionUnits),
  }))
}
