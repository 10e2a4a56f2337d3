import { roundsContract } from '@common-table/shared/rounds/contract'
import type { ReplyQuery, RoundKind } from '@common-table/shared/rounds/schemas'
import { useQuery, useQueryCache } from '@pinia/colada'
import { useAct } from '../platform/act.ts'
import { useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'

export const useRounds = (kind: () => RoundKind) => {
  const call = useCall()
  return useQuery({
    key: () => ['rounds', kind()],
    query: () => call(roundsContract.listRounds, { query: { kind: kind() } }),
  })
}

export const useReplies = (roundId: () => string, query: () => Omit<ReplyQuery, 'cursor' | 'limit'>) => {
  const call = useCall()
  return useKeysetList(
    () => ['rounds', 'replies', roundId(), JSON.stringify(query())],
    (cursor) =>
      call(roundsContract.listReplies, {
        params: { roundId: roundId() },
        query: { ...query(), ...(cursor && { cursor }) },
      }),
  )
}

/** What is done to a round; afterwards its counts and replies are asked for again. */
export const useRoundActs = () => {
  const cache = useQueryCache()
  return useAct(() => cache.invalidateQueries({ key: ['rounds'] }))
}
