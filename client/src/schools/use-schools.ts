import { useQuery } from '@pinia/colada'
import { schoolsContract } from '@common-table/shared/schools/contract'
import {
  schoolKinds,
  schoolLevels,
  schoolSorts,
  schoolStatuses,
  type SchoolFilters,
  type SchoolQuery,
} from '@common-table/shared/schools/schemas'
import { computed } from 'vue'
import { useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'
import { flag, list, manyOf, oneOf, text, useUrlState } from '../platform/url-state.ts'

const sorts = schoolSorts.flatMap((sort) => [sort, `-${sort}`] as const)

/** What the list of schools is filtered and sorted by; all of it lives in the address. */
export const useSchoolFilters = () => {
  const { state, changed, reset } = useUrlState({
    q: text(),
    level: manyOf(schoolLevels),
    area: list(),
    status: manyOf(schoolStatuses),
    kind: manyOf(schoolKinds),
    community: flag(),
    partners: oneOf(['some', 'none'], undefined),
    needs: flag(),
    sort: oneOf(sorts, undefined),
  })
  const filters = computed<SchoolFilters>(() => ({
    ...(state.q.trim() !== '' && { q: state.q.trim() }),
    ...(state.level.length > 0 && { level: state.level }),
    ...(state.area.length > 0 && { area: state.area }),
    ...(state.status.length > 0 && { status: state.status }),
    ...(state.kind.length > 0 && { kind: state.kind }),
    ...(state.community && { communitySchool: true }),
    ...(state.partners && { hasPartners: state.partners === 'some' }),
    ...(state.needs && { hasOpenNeeds: true }),
  }))
  const active = computed(() => changed.value.filter((name) => name !== 'sort').length)
  return {
    state,
    filters,
    active,
    reset: () => reset('q', 'level', 'area', 'status', 'kind', 'community', 'partners', 'needs'),
  }
}

export const useSchoolList = (filters: { value: SchoolFilters }, sort: () => SchoolQuery['sort']) => {
  const call = useCall()
  const query = computed(() => ({ ...filters.value, ...(sort() && { sort: sort()! }) }))
  return useKeysetList(
    () => ['schools', 'list', query.value],
    (cursor) => call(schoolsContract.listSchools, { query: { ...query.value, ...(cursor && { cursor }) } }),
  )
}

/** How many schools each further filter would leave. */
export const useSchoolCounts = (filters: { value: SchoolFilters }) => {
  const call = useCall()
  return useQuery({
    key: () => ['schools', 'counts', filters.value],
    query: () => call(schoolsContract.countSchools, { query: filters.value }),
    placeholderData: (before) => before,
  })
}

export const useSchoolOverview = (id: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['schools', 'overview', id()],
    query: () => call(schoolsContract.getSchoolOverview, { params: { schoolId: id() } }),
  })
}
