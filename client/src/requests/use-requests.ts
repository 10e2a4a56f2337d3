import { helpRequestsContract } from '@common-table/shared/requests/contract'
import type { HelpRequestQuery } from '@common-table/shared/requests/schemas'
import { useQuery, useQueryCache } from '@pinia/colada'
import { useAct } from '../platform/act.ts'
import { useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'

type Wanted = Omit<HelpRequestQuery, 'cursor' | 'limit'>

export const useRequests = (query: () => Wanted, limit = 50) => {
  const call = useCall()
  return useKeysetList(
    () => ['requests', 'list', JSON.stringify(query()), limit],
    (cursor) =>
      call(helpRequestsContract.listHelpRequests, {
        query: { ...query(), limit, ...(cursor && { cursor }) },
      }),
  )
}

export const useRequest = (helpRequestId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['requests', 'one', helpRequestId()],
    query: () => call(helpRequestsContract.getHelpRequest, { params: { helpRequestId: helpRequestId() } }),
  })
}

/** Help that is taken or met moves needs, the gap board, the partner's record and the school's own page. */
export const useRequestsChanged = () => {
  const cache = useQueryCache()
  return async (): Promise<void> => {
    await Promise.all(
      ['requests', 'today', 'needs', 'gap-board', 'schools', 'organizations', 'partnerships'].map((key) =>
        cache.invalidateQueries({ key: [key] }),
      ),
    )
  }
}
export const useRequestAct = () => useAct(useRequestsChanged())
