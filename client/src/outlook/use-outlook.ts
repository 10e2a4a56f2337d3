import { outlookContract } from '@common-table/shared/outlook/contract'
import { useQuery, useQueryCache } from '@pinia/colada'
import { useCall } from '../platform/api.ts'

export const useOutlook = (partnershipId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['outlook', 'one', partnershipId()],
    query: () => call(outlookContract.getOutlook, { params: { partnershipId: partnershipId() } }),
  })
}

/** After a change: whatever shows an outlook is asked for again. */
export const useOutlookChanged = () => {
  const cache = useQueryCache()
  return () => cache.invalidateQueries({ key: ['outlook'] })
}
