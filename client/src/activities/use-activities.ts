import { activitiesContract } from '@common-table/shared/activities/contract'
import type { ActivityFilter, ActivityQuery, FidelityQuery } from '@common-table/shared/activities/schemas'
import { useQuery, useQueryCache } from '@pinia/colada'
import { computed, ref } from 'vue'
import { useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'
import type { Option } from '../ui/options.ts'

export const useActivities = (query: () => Omit<ActivityQuery, 'cursor' | 'limit'>, limit = 50) => {
  const call = useCall()
  return useKeysetList(
    () => ['activities', 'list', JSON.stringify(query()), limit],
    (cursor) =>
      call(activitiesContract.listActivities, {
        query: { ...query(), limit, ...(cursor && { cursor }) },
      }),
  )
}

export const useActivitySum = (filter: () => ActivityFilter) => {
  const call = useCall()
  return useQuery({
    key: () => ['activities', 'sum', JSON.stringify(filter())],
    query: () => call(activitiesContract.sumActivities, { query: filter() }),
    placeholderData: (before) => before,
  })
}

export const useFidelity = (query: () => FidelityQuery) => {
  const call = useCall()
  return useQuery({
    key: () => ['activities', 'fidelity', JSON.stringify(query())],
    query: () => call(activitiesContract.getFidelity, { query: query() }),
  })
}

/** Services by typing, those at the school first. `met` are those already chosen, for their names. */
export const useServiceLookup = (
  schoolId: () => string | null | undefined,
  met: () => readonly Option[],
  wanted: () => boolean,
) => {
  const call = useCall()
  const typed = ref('')
  const { data, asyncStatus } = useQuery({
    key: () => ['activities', 'services', typed.value, schoolId() ?? ''],
    query: () => {
      const [q, school] = [typed.value.trim(), schoolId()]
      return call(activitiesContract.chooseService, {
        query: { ...(q && { q }), ...(school && { schoolId: school }) },
      })
    },
    enabled: wanted,
    placeholderData: (before) => before,
  })
  return {
    options: computed<Option[]>(() => {
      const found = (data.value?.items ?? []).map(({ id, name, organization }) => ({
        value: id,
        label: name,
        hint: organization,
      }))
      return [...found, ...met().filter(({ value }) => !found.some((one) => one.value === value))]
    }),
    busy: computed(() => asyncStatus.value === 'loading'),
    search: (text: string) => (typed.value = text),
  }
}

/** What is written down moves the log, fidelity and the objectives. */
export const useActivitiesChanged = () => {
  const cache = useQueryCache()
  return (): Promise<unknown> =>
    Promise.all(['activities', 'objectives', 'goals'].map((key) => cache.invalidateQueries({ key: [key] })))
}
