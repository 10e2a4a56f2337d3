import { methodTerms, seatTerms } from '@common-table/shared/meetings/sections'
import { nameOf, type Term } from '@common-table/shared/vocabulary/terms'
import { computed, inject } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Words } from '../platform/i18n.ts'

/** Methods and seats in this person's language; also fetches the feature's own words. */
export const useDecisionWords = () => {
  const { locale } = useI18n()
  void inject<Words | undefined>('words', undefined)?.load('decisions')
  const language = computed(() => (locale.value === 'es' ? 'es' : 'en'))
  const options = <Code extends string>(terms: readonly Term<Code>[]) =>
    terms.map((term) => ({ value: term.code, label: term[language.value] }))
  return computed(() => ({
    method: (code: string) => nameOf(methodTerms, code, language.value),
    seat: (code: string) => nameOf(seatTerms, code, language.value),
    methods: options(methodTerms),
    seats: options(seatTerms),
  }))
}
