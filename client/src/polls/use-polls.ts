import { deliveryPollsContract } from '@common-table/shared/polls/contract'
import type { PollFilters, PollProgress } from '@common-table/shared/polls/schemas'
import { useQuery, useQueryCache } from '@pinia/colada'
import { onScopeDispose, ref } from 'vue'
import { useAct } from '../platform/act.ts'
import { useApi, useCall } from '../platform/api.ts'

export const usePolls = (wanted: () => boolean) => {
  const call = useCall()
  return useQuery({
    key: ['polls', 'list'],
    query: () => call(deliveryPollsContract.listPolls),
    enabled: wanted,
  })
}

export const useAudience = (filters: () => PollFilters) => {
  const call = useCall()
  return useQuery({
    key: () => ['polls', 'audience', JSON.stringify(filters())],
    query: () => call(deliveryPollsContract.weighAudience, { body: filters() }),
    placeholderData: (before) => before,
  })
}

/** The board of a poll; it is asked for again whenever the server says that somebody has answered. */
export const useBoard = (pollId: string) => {
  const call = useCall()
  const board = useQuery({
    key: ['polls', 'board', pollId],
    query: () => call(deliveryPollsContract.getPollBoard, { params: { pollId } }),
  })
  const progress = ref<PollProgress>()
  const leave = useApi().stream(
    deliveryPollsContract.followPoll,
    (heard) => {
      const news = progress.value !== undefined && JSON.stringify(progress.value) !== JSON.stringify(heard)
      progress.value = heard
      if (news) void board.refetch()
    },
    { params: { pollId } },
  )
  onScopeDispose(leave)
  return { board, live: progress }
}

export const usePollsChanged = () => {
  const cache = useQueryCache()
  return () => cache.invalidateQueries({ key: ['polls'] })
}
export const usePollAct = () => useAct(usePollsChanged())
