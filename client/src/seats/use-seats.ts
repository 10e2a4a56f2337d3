import { seatsContract } from '@common-table/shared/seats/contract'
import type { SeatOfferQuery } from '@common-table/shared/seats/offer-schemas'
import type { SeatBoardQuery } from '@common-table/shared/seats/schemas'
import { useQuery, useQueryCache } from '@pinia/colada'
import { useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'

/** The board as those see it who place students. */
export const useSeatBoard = (query: () => SeatBoardQuery, wanted: () => boolean = () => true) => {
  const call = useCall()
  return useQuery({
    key: () => ['seats', 'board', query()],
    query: () => call(seatsContract.getSeatBoard, { query: query() }),
    placeholderData: (before) => before,
    enabled: wanted,
  })
}

/** The same for everybody else, small counts withheld. */
export const useSeatFigures = (query: () => SeatBoardQuery, wanted: () => boolean = () => true) => {
  const call = useCall()
  return useQuery({
    key: () => ['seats', 'figures', query()],
    query: () => call(seatsContract.getSeatFigures, { query: query() }),
    placeholderData: (before) => before,
    enabled: wanted,
  })
}

export const useSeatOffers = (query: () => Omit<SeatOfferQuery, 'cursor' | 'limit'>) => {
  const call = useCall()
  return useKeysetList(
    () => ['seats', 'offers', query()],
    (cursor) =>
      call(seatsContract.listSeatOffers, { query: { ...query(), limit: 50, ...(cursor && { cursor }) } }),
  )
}

export const useSeatMinimums = () => {
  const call = useCall()
  return useQuery({ key: ['seats', 'minimums'], query: () => call(seatsContract.getSeatMinimums) })
}

/** Everything shown of seats is asked for again, and what waits today with it. */
export const useSeatsChanged = () => {
  const cache = useQueryCache()
  return async () => {
    await Promise.all(['seats', 'today', 'objectives'].map((key) => cache.invalidateQueries({ key: [key] })))
  }
}
