import { mergeFields } from '@common-table/shared/letters/fields'
import { letterKinds } from '@common-table/shared/letters/kinds'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { computed, inject } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Words } from '../platform/i18n.ts'

/** Kinds of letters and their fields in this person's language; also fetches the feature's own words. */
export const useLetterWords = () => {
  const { locale } = useI18n()
  void inject<Words | undefined>('words', undefined)?.load('letters')
  const language = computed(() => (locale.value === 'es' ? 'es' : 'en'))
  return computed(() => ({
    kind: (code: string) => nameOf(letterKinds, code, language.value),
    field: (code: string) => nameOf(mergeFields, code, language.value),
    kinds: letterKinds.map((term) => ({ value: term.code, label: term[language.value] })),
  }))
}
