import { groundInWords, needTitle } from '@common-table/shared/needs/rule-words'
import type { NeedListed } from '@common-table/shared/needs/schemas'
import type { Language } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** What needs are called, apart from the other words because the gap board can do without. */
export const useTitleWords = () => {
  const { locale } = useI18n()
  return computed(() => {
    const language: Language = locale.value === 'es' ? 'es' : 'en'
    return {
      /** As a person wrote it, else by the figure that led to it, in the reader's language. */
      title: (need: Pick<NeedListed, 'title' | 'grounds'>) => needTitle(need, language),
      ground: (ground: NeedListed['grounds'][number]) => groundInWords(ground, language),
    }
  })
}
