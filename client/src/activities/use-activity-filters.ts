import { addDays } from '@common-table/shared/calendar/dates'
import { activitySorts, type ActivityFilter } from '@common-table/shared/activities/schemas'
import {
  activityKinds,
  activityStates,
  epsteinTypes,
  peopleKinds,
} from '@common-table/shared/activities/vocabulary'
import { settings } from '@common-table/shared/vocabulary/settings'
import { codesOf } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { flag, list, manyOf, oneOf, text, useUrlState } from '../platform/url-state.ts'
import { localDay } from './activity-form.ts'

export const whens = ['past', 'future', 'all'] as const
export const csFilters = ['all', 'some', 'none', 'unsaid'] as const

/** Which activities are shown, as the address says; what is to come far ahead only where it is asked for. */
export const useActivityFilters = () => {
  const sorts = [...activitySorts]
  const { state, changed, reset } = useUrlState({
    q: text(),
    year: text(),
    kind: oneOf(codesOf(activityKinds), undefined),
    when: oneOf(whens, 'past'),
    status: manyOf(codesOf(activityStates)),
    cs: oneOf(csFilters, undefined),
    epstein: manyOf(codesOf(epsteinTypes)),
    audience: manyOf(codesOf(peopleKinds)),
    language: list(),
    setting: manyOf(codesOf(settings)),
    school: text(),
    partnership: text(),
    service: text(),
    organization: text(),
    strategy: text(),
    series: text(),
    silent: flag(),
    sort: oneOf(sorts, '-day'),
    open: text(),
  })
  const today = localDay()
  const filter = computed<ActivityFilter>(() => ({
    ...(state.q && { q: state.q }),
    ...(state.year && { schoolYearId: state.year }),
    ...(state.kind && { kind: state.kind }),
    ...(state.when === 'past' && { until: today }),
    ...(state.when === 'future' && { from: addDays(today, 1) }),
    ...(state.status.length > 0 && { status: state.status }),
    ...(state.cs && { cs: state.cs }),
    ...(state.epstein.length > 0 && { epstein: state.epstein }),
    ...(state.audience.length > 0 && { audience: state.audience }),
    ...(state.language.length > 0 && { language: state.language }),
    ...(state.setting.length > 0 && { setting: state.setting }),
    ...(state.school && { schoolId: [state.school] }),
    ...(state.partnership && { partnershipId: state.partnership }),
    ...(state.service && { serviceId: state.service }),
    ...(state.organization && { organizationId: state.organization }),
    ...(state.strategy && { strategyId: state.strategy }),
    ...(state.series && { seriesId: state.series }),
    ...(state.silent && { silent: true }),
  }))
  const sort = computed({
    get: () => state.sort as string,
    set: (word) => (state.sort = sorts.find((one) => one === word) ?? '-day'),
  })
  const set = computed(() => changed.value.filter((name) => name !== 'open' && name !== 'sort'))
  const clear = () => reset(...(set.value as (keyof typeof state)[])) // the names are of its own parts
  return { state, filter, sort, active: computed(() => set.value.length), clear }
}
export type ActivityFilters = ReturnType<typeof useActivityFilters>
