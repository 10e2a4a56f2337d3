import { useQuery } from '@pinia/colada'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import { prioritiesContract } from '@common-table/shared/priorities/contract'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCall } from '../platform/api.ts'

/** The district's priorities, and the metrics an outcome can be seen by, with their names. */
export const useGoals = () => {
  const call = useCall()
  const { locale } = useI18n()
  const priorities = useQuery({ key: ['priorities'], query: () => call(prioritiesContract.listPriorities) })
  const metrics = useQuery({
    key: ['metrics', 'active'],
    query: () => call(metricsContract.listMetrics, { query: { active: true, limit: 200 } }),
  })
  const named = computed(() =>
    (metrics.data.value?.items ?? []).map(({ id, name, nameEs }) => ({
      value: id,
      label: locale.value === 'es' && nameEs ? nameEs : name,
    })),
  )
  return {
    options: computed(() =>
      (priorities.data.value?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
    ),
    titles: computed(
      () => new Map((priorities.data.value?.items ?? []).map(({ id, title }) => [id, title] as const)),
    ),
    metrics: named,
    metricNames: computed(() => new Map(named.value.map(({ value, label }) => [value, label] as const))),
  }
}
