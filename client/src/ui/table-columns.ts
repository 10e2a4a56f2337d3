/** One column. The cell is the slot `cell-<key>`, or `value` written out. */
export interface Column<Row> {
  key: string
  label: string
  value?: (row: Row) => string | number | null | undefined
  /** The word the API sorts by; a header with it is a button. */
  sort?: string
  numeric?: boolean
  /** Any CSS width; the rest is shared among the others. */
  width?: string
  /** The record's name: it heads the row and cannot be hidden. */
  heads?: boolean
}

/** The sort as the API and the URL write it: `name`, or `-name` for descending. */
export type Sort = string

export const nextSort = (now: Sort | undefined, word: string): Sort => (now === word ? `-${word}` : word)

export const ariaSort = (
  now: Sort | undefined,
  word: string | undefined,
): 'ascending' | 'descending' | 'none' | undefined =>
  word === undefined ? undefined : now === word ? 'ascending' : now === `-${word}` ? 'descending' : 'none'

/** The rows between two clicks with Shift, in the order shown. */
export const between = (ids: readonly string[], from: string | undefined, to: string): string[] => {
  const [a, b] = [from === undefined ? -1 : ids.indexOf(from), ids.indexOf(to)]
  return a < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}
