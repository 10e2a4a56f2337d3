import { calendarContract } from '@common-table/shared/calendar/contract'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { useQuery } from '@pinia/colada'
import { computed, ref } from 'vue'
import { useCall } from '../platform/api.ts'
import type { Option } from '../ui/options.ts'
import { useNeedWords } from './words.ts'

/** Kinds of help by their id, in this person's language and under their groups. */
export const useCategoryOptions = () => {
  const call = useCall()
  const words = useNeedWords()
  const { data } = useQuery({ key: ['categories'], query: () => call(catalogContract.listCategories) })
  const items = computed(() => data.value?.items ?? [])
  const options = computed<Option[]>(() =>
    items.value
      .filter(({ active }) => active)
      .map((category) => ({
        value: category.id,
        label: words.value.category(category),
        group: words.value.group(category.groupCode),
        hint: category.synonyms.slice(0, 3).join(', ') || undefined,
      })),
  )
  return { items, options }
}

/** Schools are many: they are looked up while typing. `met` are those already chosen, for their names. */
export const useSchoolLookup = (met: () => Option[] = () => []) => {
  const call = useCall()
  const typed = ref('')
  const { data, asyncStatus } = useQuery({
    key: () => ['lookup', 'schools', typed.value],
    query: () => {
      const q = typed.value.trim()
      return call(schoolsContract.listSchools, { query: { limit: 30, ...(q && { q }) } })
    },
    placeholderData: (before) => before,
  })
  const options = computed<Option[]>(() => {
    const found = (data.value?.items ?? []).map(({ id, name, code, area }) => ({
      value: id,
      label: name,
      hint: [code, area].filter(Boolean).join(' · '),
    }))
    return [...found, ...met().filter(({ value }) => !found.some((option) => option.value === value))]
  })
  return {
    options,
    busy: computed(() => asyncStatus.value === 'loading'),
    search: (text: string) => (typed.value = text),
  }
}

/** School years by their labels, the newest first. */
export const useSchoolYears = () => {
  const call = useCall()
  const { data } = useQuery({ key: ['school-years'], query: () => call(calendarContract.listSchoolYears) })
  return {
    options: computed(() => (data.value?.items ?? []).map(({ label }) => ({ value: label, label }))),
    current: computed(() => data.value?.items.find(({ current }) => current)?.label),
  }
}
