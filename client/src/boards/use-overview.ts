import { boardsContract } from '@common-table/shared/boards/contract'
import { useQuery } from '@pinia/colada'
import { useCall } from '../platform/api.ts'

/** The district on one page, for the reader or as the board sees it; not asked for while another view is shown. */
export const useOverview = (as: () => 'own' | 'board', wanted: () => boolean) => {
  const call = useCall()
  return useQuery({
    key: () => ['boards', 'overview', as()],
    query: () => call(boardsContract.getOverview, { query: as() === 'own' ? {} : { as: as() } }),
    enabled: wanted,
  })
}
