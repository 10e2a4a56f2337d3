import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCall } from '../platform/api.ts'

/** The metrics in use, in this person's language. */
export const useMetrics = () => {
  const call = useCall()
  const { locale } = useI18n()
  const metrics = useQuery({
    key: ['metrics', 'active'],
    query: () => call(metricsContract.listMetrics, { query: { active: true, limit: 200 } }),
  })
  const options = computed(() =>
    (metrics.data.value?.items ?? []).map(({ id, name, nameEs }) => ({
      value: id,
      label: locale.value === 'es' && nameEs ? nameEs : name,
    })),
  )
  return {
    options,
    names: computed(() => new Map(options.value.map(({ value, label }) => [value, label] as const))),
  }
}
