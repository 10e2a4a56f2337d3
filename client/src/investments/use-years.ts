import { calendarContract } from '@common-table/shared/calendar/contract'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useCall } from '../platform/api.ts'

/** The school years to choose from, the latest first. */
export const useYears = () => {
  const call = useCall()
  const { data } = useQuery({ key: ['school-years'], query: () => call(calendarContract.listSchoolYears) })
  return computed(() => (data.value?.items ?? []).map(({ id, label }) => ({ value: id, label })))
}
