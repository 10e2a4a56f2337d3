import { computed, ref, watch } from 'vue'
import { useNarrow } from '../platform/media.ts'

type Order<Row> = (a: Row, b: Row) => number

/** The order of a figure, least first. */
export const byFigure =
  <Row>(figure: (row: Row) => number): Order<Row> =>
  (a, b) =>
    figure(a) - figure(b)

/** Rows in the order a table's sort asks for (`unmet`, `-unmet` for the most first); equal ones, and any other word, by name. */
export const sortedRows = <Row>(
  rows: readonly Row[],
  sort: string,
  orders: Readonly<Record<string, Order<Row>>>,
  byName: Order<Row>,
): Row[] => {
  const way = sort.startsWith('-') ? -1 : 1
  const order = orders[sort.replace('-', '')] ?? byName
  return rows.toSorted((a, b) => way * order(a, b) || byName(a, b))
}

const aPage = 40

/** A phone shows cards, a page at a time; a table keeps all rows at hand by drawing those in sight. */
export const useCards = <Row>(rows: () => readonly Row[]) => {
  const narrow = useNarrow()
  const many = ref(aPage)
  watch(rows, () => (many.value = aPage))
  const shown = computed(() => (narrow.value ? rows().slice(0, many.value) : rows()))
  return {
    shown,
    hasMore: computed(() => shown.value.length < rows().length),
    more: () => (many.value += aPage),
  }
}
