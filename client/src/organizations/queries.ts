import { useQuery, useQueryCache } from '@pinia/colada'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import type {
  OrganizationFilters,
  OrganizationListed,
  OrganizationQuery,
} from '@common-table/shared/organizations/directory-schemas'
import { ref, watch } from 'vue'
import { useCall } from '../platform/api.ts'

/** The directory as filtered: the first page through the cache, further pages as they are asked for. */
export const useDirectory = (query: () => OrganizationQuery) => {
  const call = useCall()
  const first = useQuery({
    key: () => ['organizations', 'list', JSON.stringify(query())],
    query: () => call(organizationsContract.listOrganizations, { query: query() }),
    placeholderData: (previous: Awaited<ReturnType<typeof load>> | undefined) => previous,
  })
  const load = (cursor: string) =>
    call(organizationsContract.listOrganizations, { query: { ...query(), cursor } })
  const further = ref<OrganizationListed[]>([])
  const cursor = ref<string | null>(null)
  const loading = ref(false)
  watch(
    first.data,
    (page) => {
      further.value = []
      cursor.value = page?.nextCursor ?? null
    },
    { immediate: true },
  )
  const more = async (): Promise<void> => {
    if (!cursor.value || loading.value) return
    loading.value = true
    const asked = JSON.stringify(query())
    try {
      const page = await load(cursor.value)
      if (asked !== JSON.stringify(query())) return
      further.value = [...further.value, ...page.items]
      cursor.value = page.nextCursor
    } finally {
      loading.value = false
    }
  }
  return { first, further, cursor, loading, more }
}

export const useFacets = (filters: () => OrganizationFilters) => {
  const call = useCall()
  return useQuery({
    key: () => ['organizations', 'facets', JSON.stringify(filters())],
    query: () => call(organizationsContract.countOrganizations, { query: filters() }),
    placeholderData: (previous) => previous,
  })
}

export const useProfile = (id: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['organizations', 'one', id()],
    query: () => call(organizationsContract.getOrganization, { params: { organizationId: id() } }),
  })
}

/** After a change of organisations: what is shown of them is asked again. */
export const useOrganizationsChanged = () => {
  const cache = useQueryCache()
  return () => cache.invalidateQueries({ key: ['organizations'] })
}
