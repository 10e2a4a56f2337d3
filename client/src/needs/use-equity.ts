import { equityContract } from '@common-table/shared/equity/contract'
import { equityTiers } from '@common-table/shared/equity/equity-tiers'
import type { EquitySchoolQuery, PriorityQuery } from '@common-table/shared/equity/schemas'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'
import { useNeedWords } from './words.ts'

export const useEquityVersions = () => {
  const call = useCall()
  return useQuery({ key: ['equity', 'versions'], query: () => call(equityContract.listEquityVersions) })
}

export const useEquityOfSupply = () => {
  const call = useCall()
  return useQuery({ key: ['equity', 'supply'], query: () => call(equityContract.equityOfSupply) })
}

export const useEquitySchools = (query: () => EquitySchoolQuery) => {
  const call = useCall()
  return useKeysetList(
    () => ['equity', 'schools', JSON.stringify(query())],
    (cursor) =>
      call(equityContract.listEquitySchools, { query: { ...query(), limit: 50, ...(cursor && { cursor }) } }),
  )
}

export const useEquityChanges = (versionId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['equity', 'changes', versionId()],
    query: () => call(equityContract.equityChanges, { params: { versionId: versionId() } }),
  })
}

export const usePriorities = (query: () => PriorityQuery) => {
  const call = useCall()
  return useQuery({
    key: () => ['needs', 'priorities', JSON.stringify(query())],
    query: () => call(equityContract.listNeedPriorities, { query: query() }),
    placeholderData: (before) => before,
  })
}

/** Metrics by id and as choices, in this person's language. */
export const useMetricChoices = () => {
  const call = useCall()
  const words = useNeedWords()
  const { data } = useQuery({
    key: ['metrics', 'choices'],
    query: () => call(metricsContract.listMetrics, { query: { limit: 200 } }),
  })
  const items = computed(() => data.value?.items ?? [])
  return {
    options: computed(() =>
      items.value.map((metric) => ({ value: metric.id, label: words.value.category(metric) })),
    ),
    byId: computed(() => new Map(items.value.map((metric) => [metric.id, metric]))),
  }
}

/** The names of tiers in this person's language, as words and as choices. */
export const useEquityWords = () => {
  const { locale, t } = useI18n()
  const language = computed(() => (locale.value === 'es' ? 'es' : 'en'))
  return {
    tier: (code: string | null): string =>
      code === null ? t('needs.equity.noTier') : nameOf(equityTiers, code, language.value),
    tiers: computed(() => equityTiers.map((tier) => ({ value: tier.code, label: tier[language.value] }))),
  }
}
