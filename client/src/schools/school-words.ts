import {
  schoolKinds,
  schoolLevels,
  schoolStatuses,
  type SchoolStatus,
} from '@common-table/shared/schools/schemas'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Tone } from '../ui/StatusBadge.vue'

/** The closed lists of a school as options in the person's language. */
export const useSchoolOptions = () => {
  const { t } = useI18n()
  const options = <T extends string>(values: readonly T[], list: string) =>
    values.map((value) => ({ value, label: t(`schools.${list}.${value}`) }))
  return {
    levels: computed(() => options(schoolLevels, 'levels')),
    kinds: computed(() => options(schoolKinds, 'kinds')),
    statuses: computed(() => options(schoolStatuses, 'statuses')),
  }
}

export const statusTones: Record<SchoolStatus, Tone> = { open: 'success', closed: 'neutral', planned: 'info' }

const order = ['PK', 'K', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', 'UG']

/** Neighbouring grades as spans: `PK–5`, `K, 3–5`. */
export const gradeSpans = (grades: readonly string[]): string => {
  const places = grades.map((grade) => order.indexOf(grade)).filter((at) => at >= 0)
  const spans: [number, number][] = []
  for (const at of places.toSorted((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && at === last[1] + 1 && order[at] !== 'UG') last[1] = at
    else spans.push([at, at])
  }
  return spans.map(([from, to]) => (from === to ? order[from] : `${order[from]}–${order[to]}`)).join(', ')
}
