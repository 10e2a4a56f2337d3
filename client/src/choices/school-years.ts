import { calendarContract } from '@common-table/shared/calendar/contract'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useCall } from '../platform/api.ts'
import type { Option } from '../ui/options.ts'

/** The district's school years, the newest first. */
export const useSchoolYears = () => {
  const call = useCall()
  const { data } = useQuery({ key: ['school-years'], query: () => call(calendarContract.listSchoolYears) })
  const years = computed(() => data.value?.items ?? [])
  return {
    years,
    labelOptions: computed<Option[]>(() => years.value.map(({ label }) => ({ value: label, label }))),
    idOptions: computed<Option[]>(() => years.value.map(({ id, label }) => ({ value: id, label }))),
    current: computed(() => years.value.find(({ current }) => current)?.label),
  }
}
