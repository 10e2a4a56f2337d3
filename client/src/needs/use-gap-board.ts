import { filterBoard } from '@common-table/shared/needs/board'
import { gapBoardContract } from '@common-table/shared/needs/board-contract'
import type { GapBoard } from '@common-table/shared/needs/board-schemas'
import { schoolLevels } from '@common-table/shared/schools/schemas'
import { useQuery } from '@pinia/colada'
import { computed, shallowRef, watch } from 'vue'
import { useCall } from '../platform/api.ts'
import { useFormats } from '../platform/formats.ts'
import { flag, list, manyOf, oneOf, text, useUrlState } from '../platform/url-state.ts'
import { boardSorts, boardView } from './board-view.ts'
import { useNeedWords } from './words.ts'

const filters = ['q', 'tier', 'group', 'level', 'area', 'status', 'by', 'all'] as const
const some = <T>(values: T[]) => (values.length > 0 ? values : undefined)

/** The gap board as it stands in the address: what is filtered, how it is sorted, which cell is open. */
export const useGapBoard = () => {
  const call = useCall()
  const format = useFormats()
  const words = useNeedWords()
  const { state, changed, reset } = useUrlState({
    q: text(),
    year: text(),
    tier: manyOf(['1', '2', '3']),
    group: list(),
    level: manyOf(schoolLevels),
    area: list(),
    status: manyOf(['unmet', 'unverified', 'partly_met', 'met', 'over_supplied']),
    sort: oneOf(boardSorts, 'unmet'),
    by: text(),
    all: flag(),
    cell: text(),
  })
  const year = computed(() => state.year || undefined)
  const board = useQuery({
    key: () => ['gap-board', year.value ?? ''],
    query: () => call(gapBoardContract.getGapBoard, { query: year.value ? { schoolYear: year.value } : {} }),
    placeholderData: (before: GapBoard | undefined) => before,
  })
  /** Thousands of arrays need no proxies. */
  const held = shallowRef<GapBoard>()
  watch(board.data, (next) => (held.value = next), { immediate: true })

  const filter = computed(() => {
    const wanted = {
      tier: some(state.tier.map(Number)),
      group: some(state.group),
      level: some(state.level),
      area: some(state.area),
      status: some(state.status),
    }
    return Object.fromEntries(
      Object.entries(wanted).filter(([, value]) => value !== undefined),
    ) as typeof wanted
  })
  const shown = computed(() => held.value && filterBoard(held.value, filter.value as object))
  const view = computed(
    () =>
      shown.value &&
      boardView(shown.value, {
        sort: state.sort,
        by: state.by,
        q: state.q,
        all: state.all,
        nameOf: words.value.category,
        compare: format.value.compare,
      }),
  )
  const active = computed(
    () => changed.value.filter((name) => (filters as readonly string[]).includes(name)).length,
  )
  const clear = () => reset(...filters)
  return { state, year, board, held, filter, view, active, clear }
}
