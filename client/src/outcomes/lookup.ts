import { schoolsContract } from '@common-table/shared/schools/contract'
import { useQuery } from '@pinia/colada'
import { computed, ref } from 'vue'
import { useCall } from '../platform/api.ts'
import type { Option } from '../ui/options.ts'

/** Schools are many: they are looked up while typing. `met` are those already chosen. */
export const useSchoolLookup = (met: () => Option[] = () => []) => {
  const call = useCall()
  const typed = ref('')
  const { data, asyncStatus } = useQuery({
    key: () => ['lookup', 'schools', typed.value],
    query: async (): Promise<Option[]> => {
      const q = typed.value.trim()
      const { items } = await call(schoolsContract.listSchools, { query: { limit: 30, ...(q && { q }) } })
      return items.map(({ id, name, code, area }) => ({
        value: id,
        label: name,
        hint: [code, area].filter(Boolean).join(' · '),
      }))
    },
    placeholderData: (before) => before,
  })
  const options = computed<Option[]>(() => {
    const found = data.value ?? []
    return [...found, ...met().filter(({ value }) => !found.some((option) => option.value === value))]
  })
  const busy = computed(() => asyncStatus.value === 'loading')
  return { options, busy, search: (text: string) => (typed.value = text) }
}
