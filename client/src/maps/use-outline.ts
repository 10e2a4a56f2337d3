import { mapsContract } from '@common-table/shared/maps/contract'
import { useQuery } from '@pinia/colada'
import { useCall } from '../platform/api.ts'

/** The outline of the district; it seldom changes. */
export const useOutline = () => {
  const call = useCall()
  return useQuery({
    key: ['maps', 'outline'],
    query: () => call(mapsContract.getOutline),
    staleTime: 300_000,
  })
}
