import { needsContract } from '@common-table/shared/needs/contract'
import { needStatuses, type NeedStatus } from '@common-table/shared/needs/lifecycle'
import { needSorts, type NeedQuery } from '@common-table/shared/needs/schemas'
import { needSources } from '@common-table/shared/vocabulary/need-sources'
import { codesOf } from '@common-table/shared/vocabulary/terms'
import { computed } from 'vue'
import { useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'
import { flag, list, manyOf, oneOf, text, useUrlState } from '../platform/url-state.ts'

const sorts = needSorts.flatMap((sort) => [sort, `-${sort}`] as const)
/** Without a choice the list shows what somebody waits for. */
const waiting: NeedStatus[] = ['open', 'in_progress']

/** What the list of needs shows, as it stands in the address. */
export const useNeedsState = () => {
  const url = useUrlState({
    status: manyOf(codesOf(needStatuses)),
    group: list(),
    tier: manyOf(['1', '2', '3']),
    severity: manyOf(['5', '4', '3', '2', '1']),
    source: manyOf(codesOf(needSources)),
    category: list(),
    school: text(),
    barrier: list(),
    sort: oneOf(sorts, '-severity'),
    new: flag(),
  })
  const { state } = url
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined)
  const query = computed<NeedQuery>(() => {
    const wanted = {
      status: some(state.status) ?? waiting,
      group: some(state.group),
      tier: some(state.tier.map(Number)),
      severity: some(state.severity.map(Number)),
      source: some(state.source),
      categoryId: some(state.category),
      schoolId: state.school ? [state.school] : undefined,
      barrier: some(state.barrier),
      sort: state.sort,
    }
    return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as NeedQuery
  })
  const active = computed(() => url.changed.value.filter((name) => name !== 'sort' && name !== 'new').length)
  const clear = () =>
    url.reset('status', 'group', 'tier', 'severity', 'source', 'category', 'school', 'barrier')
  return { state, query, active, clear }
}

export const useNeeds = (query: () => NeedQuery) => {
  const call = useCall()
  return useKeysetList(
    () => ['needs', 'list', JSON.stringify(query())],
    (cursor) =>
      call(needsContract.listNeeds, { query: { ...query(), limit: 50, ...(cursor && { cursor }) } }),
  )
}
