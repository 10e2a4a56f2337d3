import type { LocationQuery } from 'vue-router'

/** What a page remembers of its address: filters and sort, not the record or form that happens to be open. */
const passing = new Set(['open', 'cursor', 'tab', 'new'])

/** The page's query as one comparable string; the order of its parts does not matter. */
export const viewQuery = (query: LocationQuery): string => {
  const pairs = Object.entries(query)
    .filter(([name]) => !passing.has(name))
    .flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one ?? '']))
    .sort(([a, x], [b, y]) => a.localeCompare(b) || x.localeCompare(y))
  return new URLSearchParams(pairs).toString()
}
