import { holderRoles } from '@common-table/shared/continuity/roles'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { computed, inject } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Words } from '../platform/i18n.ts'

/** The roles in this person's language; also fetches the feature's own words. */
export const useHolderWords = () => {
  const { locale } = useI18n()
  void inject<Words | undefined>('words', undefined)?.load('continuity')
  const language = computed(() => (locale.value === 'es' ? 'es' : 'en'))
  return computed(() => ({
    role: (code: string) => nameOf(holderRoles, code, language.value),
    roles: holderRoles.map((term) => ({ value: term.code, label: term[language.value] })),
  }))
}
