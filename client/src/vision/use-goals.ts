import { useQuery } from '@pinia/colada'
import { prioritiesContract } from '@common-table/shared/priorities/contract'
import { computed } from 'vue'
import { useMetrics } from '../choices/index.ts'
import { useCall } from '../platform/api.ts'

/** The district's priorities, and the metrics an outcome can be seen by, with their names. */
export const useGoals = () => {
  const call = useCall()
  const priorities = useQuery({ key: ['priorities'], query: () => call(prioritiesContract.listPriorities) })
  const metrics = useMetrics()
  return {
    options: computed(() =>
      (priorities.data.value?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
    ),
    titles: computed(
      () => new Map((priorities.data.value?.items ?? []).map(({ id, title }) => [id, title] as const)),
    ),
    metrics: metrics.options,
    metricNames: metrics.names,
  }
}
