import { equityTiers, type EquityTier } from '@common-table/shared/equity/equity-tiers'
import { explorerContract } from '@common-table/shared/outcomes/explorer-contract'
import type { ExploreChoices, ExploreQuery } from '@common-table/shared/outcomes/explorer-schemas'
import { EVERYONE } from '@common-table/shared/outcomes/group-of-everyone'
import type { MetricSchoolFilters, PeriodHead } from '@common-table/shared/outcomes/schemas'
import { schoolLevels } from '@common-table/shared/schools/schemas'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCall } from '../platform/api.ts'
import { list, manyOf, oneOf, text, useUrlState } from '../platform/url-state.ts'
import { useFigures } from './figures.ts'
import { patient } from './use-outcomes.ts'

export const explorerViews = ['time', 'gap', 'together', 'schools'] as const
export type ExplorerView = (typeof explorerViews)[number]
const tierCodes = equityTiers.map(({ code }) => code)

/** Everything the explorer shows, in its address. Metrics are named by their code, so that a link can be read. */
export const useExplorerState = () => {
  const url = useUrlState({
    view: oneOf(explorerViews, 'time'),
    metric: list(),
    group: list(),
    school: list(),
    level: manyOf(schoolLevels),
    area: list(),
    tier: manyOf(tierCodes),
    year: text(),
  })
  return { ...url, view: computed(() => url.state.view ?? 'time') }
}
export type ExplorerState = ReturnType<typeof useExplorerState>['state']

/** As many metrics as a view takes, by code: those of the address, then the first there are. */
export const metricsIn = (view: ExplorerView, state: ExplorerState, { metrics }: ExploreChoices) => {
  const known = state.metric.flatMap((code) => metrics.find((metric) => metric.code === code) ?? [])
  const rest = metrics.filter((metric) => !known.includes(metric))
  if (view === 'together') return [...known, ...rest].slice(0, 2)
  if (view === 'time') return (known.length > 0 ? known : rest.slice(0, 1)).slice(0, 6)
  return [...known, ...rest].slice(0, 1)
}

/** The groups that one of these metrics has figures of, in the district's order. */
export const groupsOf = (view: ExplorerView, state: ExplorerState, choices: ExploreChoices) => {
  const known = new Set(metricsIn(view, state, choices).flatMap(({ groups }) => groups))
  return choices.groups.filter(({ code }) => known.has(code))
}

/** The two groups of a gap: those of the address, else everybody and the first group the metric has figures of. */
export const groupsIn = (state: ExplorerState, choices: ExploreChoices): [string, string] => {
  const groups = groupsOf('gap', state, choices)
  const [one, other] = state.group.filter((code) => groups.some((group) => group.code === code))
  const first = groups.find(({ code }) => code !== EVERYONE && code !== one)?.code ?? EVERYONE
  return [one ?? EVERYONE, other ?? (one === EVERYONE || one === undefined ? first : EVERYONE)]
}

/** The address as the server is asked. */
export const queryOf = (view: ExplorerView, state: ExplorerState, choices: ExploreChoices): ExploreQuery => {
  const known = state.group.filter((code) =>
    groupsOf(view, state, choices).some((group) => group.code === code),
  )
  const groups = view === 'gap' ? groupsIn(state, choices) : known.slice(0, 1)
  return {
    metricId: metricsIn(view, state, choices).map(({ id }) => id),
    ...(state.school.length > 0 && { schoolId: state.school.slice(0, 4) }),
    ...(groups.length > 0 && { group: [...new Set(groups)] }),
    ...(state.level.length > 0 && { level: state.level }),
    ...(state.area.length > 0 && { area: state.area.slice(0, 40) }),
    ...(state.tier.length > 0 && { tier: state.tier }),
    ...(view === 'together' && state.year !== '' && { schoolYear: state.year }),
  }
}

export const useExploreChoices = () => {
  const call = useCall()
  return useQuery({
    key: ['outcomes', 'explore', 'choices'],
    query: () => call(explorerContract.getExploreChoices),
  })
}

export const useCourse = (query: () => ExploreQuery) => {
  const call = useCall()
  const course = useQuery({
    key: () => ['outcomes', 'explore', 'time', JSON.stringify(query())],
    query: () => call(explorerContract.exploreOverTime, { query: query() }),
    placeholderData: (before) => before,
  })
  patient(course)
  return course
}

export const usePair = (query: () => ExploreQuery) => {
  const call = useCall()
  const pair = useQuery({
    key: () => ['outcomes', 'explore', 'together', JSON.stringify(query())],
    query: () => call(explorerContract.exploreTogether, { query: query() }),
    placeholderData: (before) => before,
  })
  patient(pair)
  return pair
}

/** Names of groups, levels and tiers in this person's language. */
export const useExplorerWords = () => {
  const { t, locale } = useI18n()
  const figures = useFigures()
  return {
    tier: (code: EquityTier | null) =>
      code === null
        ? t('outcomes.explore.together.noTier')
        : nameOf(equityTiers, code, locale.value === 'es' ? 'es' : 'en'),
    group: (code: string, { groups }: ExploreChoices) => {
      const found = groups.find((group) => group.code === code)
      return code === EVERYONE || !found ? t('outcomes.everyone') : figures.named(found)
    },
  }
}

/** The same choice as the list of schools takes it: the last period of the year that is chosen. */
export const schoolQueryOf = (
  { group, level, area, tier }: ExploreQuery,
  periods: readonly PeriodHead[],
  schoolYear: string,
): MetricSchoolFilters => {
  const period = periods.findLast((one) => one.schoolYear === schoolYear)
  return {
    ...(period && { periodId: period.id }),
    ...(group?.[0] && { group: group[0] }),
    ...(level && { level }),
    ...(area && { area }),
    ...(tier && { tier }),
  }
}
