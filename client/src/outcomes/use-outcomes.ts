import { outcomesContract } from '@common-table/shared/outcomes/contract'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import { targetsContract } from '@common-table/shared/outcomes/targets-contract'
import { useQuery, useQueryCache } from '@pinia/colada'
import { onScopeDispose, watchEffect } from 'vue'
import { useCall } from '../platform/api.ts'

/** Figures that are still being screened are asked for again until they are there. */
export const patient = (query: {
  data: { value: { preparing: boolean } | undefined }
  refetch: () => Promise<unknown>
}) => {
  let waiting: ReturnType<typeof setTimeout> | undefined
  watchEffect(() => {
    clearTimeout(waiting)
    if (query.data.value?.preparing) waiting = setTimeout(() => void query.refetch(), 4000)
  })
  onScopeDispose(() => clearTimeout(waiting))
}

export const useDashboard = (year: () => string) => {
  const call = useCall()
  const query = useQuery({
    key: () => ['outcomes', 'dashboard', year()],
    query: () => call(outcomesContract.getDashboard, { query: year() === '' ? {} : { schoolYear: year() } }),
  })
  patient(query)
  return query
}

export const useSeries = (metricId: () => string, schoolIds: () => string[]) => {
  const call = useCall()
  const query = useQuery({
    key: () => ['outcomes', 'series', metricId(), ...schoolIds()],
    query: () =>
      call(outcomesContract.getMetricSeries, {
        params: { metricId: metricId() },
        query: schoolIds().length > 0 ? { schoolId: schoolIds() } : {},
      }),
    placeholderData: (before) => (before?.metric.id === metricId() ? before : undefined),
  })
  patient(query)
  return query
}

export const useSchoolOutcomes = (schoolId: () => string) => {
  const call = useCall()
  const query = useQuery({
    key: () => ['outcomes', 'school', schoolId()],
    query: () => call(outcomesContract.getSchoolOutcomes, { params: { schoolId: schoolId() } }),
  })
  patient(query)
  return query
}

export const useMetric = (metricId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['outcomes', 'metric', metricId()],
    query: () => call(metricsContract.getMetric, { params: { metricId: metricId() } }),
  })
}

export const useTargets = (metricId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['outcomes', 'targets', metricId()],
    query: () => call(targetsContract.listTargets, { query: { metricId: metricId(), limit: 200 } }),
  })
}

/** After a write: everything about outcomes is asked for anew. */
export const useOutcomesChanged = () => {
  const cache = useQueryCache()
  return () => cache.invalidateQueries({ key: ['outcomes'] })
}
