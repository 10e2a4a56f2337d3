import { catalogContract } from '@common-table/shared/catalog/contract'
import { categoryGroups } from '@common-table/shared/catalog/category-groups'
import { nameOf, type Language } from '@common-table/shared/vocabulary/terms'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCall } from '../platform/api.ts'
import type { Option } from '../ui/options.ts'

/** Kinds of help in this person's language: by id, by code, and as options under their groups. They change rarely. */
export const useCategories = () => {
  const call = useCall()
  const { locale } = useI18n()
  const language = computed<Language>(() => (locale.value === 'es' ? 'es' : 'en'))
  const { data, error } = useQuery({
    key: ['categories'],
    query: () => call(catalogContract.listCategories),
    staleTime: 300_000,
  })
  const named = computed(() =>
    (data.value?.items ?? []).map((category) => ({
      ...category,
      label: (language.value === 'es' && category.nameEs) || category.name,
    })),
  )
  return {
    /** Names have come, or will not: before, a page that shows them would grow under the reader. */
    settled: computed(() => data.value !== undefined || error.value !== null),
    byId: computed(() => new Map(named.value.map((category) => [category.id, category]))),
    byCode: computed(() => new Map(named.value.map(({ code, label }) => [code, label]))),
    codeOptions: computed<Option[]>(() => named.value.map(({ code, label }) => ({ value: code, label }))),
    /** Those that may still be chosen, found by other words for them too. */
    idOptions: computed<Option[]>(() =>
      named.value
        .filter(({ active }) => active)
        .map(({ id, label, groupCode, synonyms }) => ({
          value: id,
          label,
          group: nameOf(categoryGroups, groupCode, language.value),
          hint: synonyms.join(', ') || undefined,
        })),
    ),
  }
}
