import { useInfiniteQuery } from '@pinia/colada'
import { computed, type MaybeRefOrGetter, toValue } from 'vue'

interface PageOf<T> {
  items: T[]
  nextCursor: string | null
  total?: number
}

/**
 * A list that is paged by key, as one growing array. `key` names it in the cache and must change with every filter;
 * `load` fetches the page behind a cursor. Takes its place in a RemoteView as `list.query`.
 */
export const useKeysetList = <T>(
  key: MaybeRefOrGetter<(string | number | object)[]>,
  load: (cursor: string | undefined) => Promise<PageOf<T>>,
) => {
  const pages = useInfiniteQuery<PageOf<T>, Error, string | undefined>({
    key: () => toValue(key) as [string],
    query: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (before) => before,
  })
  const rows = computed(() => pages.data.value?.pages.flatMap((page) => page.items))
  return {
    rows,
    total: computed(() => pages.data.value?.pages[0]?.total),
    hasMore: pages.hasNextPage,
    loading: computed(() => pages.asyncStatus.value === 'loading'),
    more: () => void pages.loadNextPage(),
    refetch: pages.refetch,
    query: { data: rows, error: pages.error, refetch: pages.refetch },
  }
}
