import { checkInsContract } from '@common-table/shared/meetings/check-ins-contract'
import { useQuery, useQueryCache } from '@pinia/colada'
import { useCall } from '../platform/api.ts'

export const useCheckIn = (checkInId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['check-ins', 'one', checkInId()],
    query: () => call(checkInsContract.getCheckIn, { params: { checkInId: checkInId() } }),
  })
}

/** After a change: everything that shows check-ins is asked again. */
export const useCheckInsChanged = () => {
  const cache = useQueryCache()
  return () => cache.invalidateQueries({ key: ['check-ins'] })
}
