import { categoryGroups } from '@common-table/shared/catalog/category-groups'
import { nameOf, type Language } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Option } from '../ui/options.ts'

interface Kind {
  id: string
  name: string
  nameEs: string
  group: string
  tiers: number[]
}

/** The kinds of help a form brought with it: behind a link there is no other list to ask for. */
export const useFormCategories = (given: () => readonly Kind[]) => {
  const { locale } = useI18n()
  return computed(() => {
    const language: Language = locale.value === 'es' ? 'es' : 'en'
    const named = given().map((kind) => ({
      ...kind,
      label: (language === 'es' && kind.nameEs) || kind.name,
    }))
    return {
      byId: new Map(named.map((kind) => [kind.id, kind])),
      options: named.map(({ id, label, group }): Option => ({
        value: id,
        label,
        group: nameOf(categoryGroups, group, language),
      })),
    }
  })
}
