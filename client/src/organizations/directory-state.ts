import { grades } from '@common-table/shared/imports/normalise-grades'
import type {
  OrganizationFilters,
  OrganizationQuery,
} from '@common-table/shared/organizations/directory-schemas'
import {
  organizationStatuses,
  organizationTypes,
  settings,
} from '@common-table/shared/organizations/vocabulary'
import { computed } from 'vue'
import { flag, list, manyOf, oneOf, text, useUrlState } from '../platform/url-state.ts'

export const sorts = ['name', '-services', '-schools', '-updated'] as const

/** What the directory shows, as it stands in the address. */
export const useDirectoryState = () => {
  const url = useUrlState({
    q: text(),
    view: oneOf(['cards', 'table'], 'cards'),
    sort: oneOf([...sorts, 'services', 'schools', 'updated', '-name'], undefined),
    type: manyOf(organizationTypes),
    status: manyOf(organizationStatuses),
    language: list(),
    trusted: flag(),
    categoryGroup: list(),
    categoryId: list(),
    setting: manyOf(settings),
    grade: manyOf(grades),
    tier: manyOf(['1', '2', '3']),
    schoolId: list(),
    hasCapacity: flag(),
  })
  const { state } = url
  const some = <T>(values: T[]): T[] | undefined => (values.length > 0 ? values : undefined)

  const filters = computed<OrganizationFilters>(() => {
    const wanted = {
      q: state.q.trim() || undefined,
      type: some(state.type),
      status: some(state.status),
      language: some(state.language),
      trusted: state.trusted || undefined,
      categoryGroup: some(state.categoryGroup),
      categoryId: some(state.categoryId),
      setting: some(state.setting),
      grade: some(state.grade),
      tier: some(state.tier.map(Number)),
      schoolId: some(state.schoolId),
      hasCapacity: state.hasCapacity || undefined,
    }
    return Object.fromEntries(
      Object.entries(wanted).filter(([, value]) => value !== undefined),
    ) as OrganizationFilters
  })
  const query = computed<OrganizationQuery>(() => ({
    ...filters.value,
    ...(state.sort && { sort: state.sort }),
  }))
  /** Filters that are set, the search box and the order not counted. */
  const active = computed(() => Object.keys(filters.value).filter((name) => name !== 'q').length)
  const clear = (): void =>
    url.reset(
      'type',
      'status',
      'language',
      'trusted',
      'categoryGroup',
      'categoryId',
      'setting',
      'grade',
      'tier',
      'schoolId',
      'hasCapacity',
    )
  return { state, filters, query, active, clear, reset: url.reset }
}

export type DirectoryState = ReturnType<typeof useDirectoryState>
