import { objectiveRules } from '@common-table/shared/outcomes/objectives'
import { objectivesContract } from '@common-table/shared/outcomes/objectives-contract'
import { targetsContract } from '@common-table/shared/outcomes/targets-contract'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useMetrics } from '../choices/index.ts'
import { useCall } from '../platform/api.ts'
import { useFormats } from '../platform/formats.ts'
import type { Option } from '../ui/options.ts'

/** What an objective can be measured by: those computed live, and the targets the district set. */
export const useMeasureOptions = (wanted: () => boolean) => {
  const { t, locale } = useI18n()
  const call = useCall()
  const format = useFormats()
  const metrics = useMetrics()
  const live = useQuery({
    key: ['objectives', 'list'],
    query: () => call(objectivesContract.listObjectives),
    enabled: wanted,
  })
  const targets = useQuery({
    key: ['targets', 'all'],
    query: () => call(targetsContract.listTargets, { query: { limit: 200 } }),
    enabled: wanted,
  })
  return computed<Option[]>(() => [
    ...(live.data.value?.items ?? []).map(({ id, rule }) => ({
      value: `live/${id}`,
      label: nameOf(objectiveRules, rule, locale.value === 'es' ? 'es' : 'en'),
      group: t('goals.form.live'),
    })),
    ...(targets.data.value?.items ?? []).map(({ id, metric, school, targetValue, dueOn }) => ({
      value: `target/${id}`,
      label: [metrics.names.value.get(metric.id) ?? metric.name, school?.name].filter(Boolean).join(' · '),
      hint: `${format.value.number(targetValue, 1)} · ${format.value.day(dueOn)}`,
      group: t('goals.form.targets'),
    })),
  ])
}
