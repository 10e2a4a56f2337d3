import type { Db } from './db.ts'
import { statement, type Statement } from './statement.ts'

/**
 * A list that is filtered, sorted and paged by key: `OFFSET` does not exist here. PostgreSQL walks the index of the sort,
 * joins row by row, writes each item's JSON and stops after the page.
 */
export interface ListShape<Filter extends string, Sort extends string> {
  /** Table and alias the list is of, e.g. `partnerships p`. Joins needed by filters and sorts may follow. */
  from: string
  /** Always true for a row of this list; `district_id = app_district()` comes by itself. */
  where?: string
  /**
   * SQL per filter; every `?` is the filter's value. A filter that is undefined is not in the statement at all. One
   * that brings rows of its own (a search with a rank to sort by) is a join.
   */
  filters: Record<Filter, string | { readonly join: string }>
  /** Columns to sort by, each `[sql, cast]`; never null; the last one is unique. */
  sorts: Record<Sort, readonly (readonly [sql: string, cast: string])[]>
  /** JSON of one item. What is counted or gathered for an item is a subquery in here: it runs for the page only. */
  item: string
  /** Joins that only `item` needs, each to at most one row. */
  joins?: string
  /** The alias in `from`. */
  alias: string
  /** Counts the rows with the first page, up to `countedUpTo`: beyond that a count would cost more than the page. */
  counted?: boolean
}

export const countedUpTo = 10_000

export interface ListRequest<Filter extends string, Sort extends string> {
  filters: Partial<Record<Filter, unknown>>
  sort: Sort
  descending?: boolean
  after?: readonly unknown[] | undefined
  limit: number
}

export interface ListPage {
  /** A JSON array. */
  items: string
  /** The last item's sort key where there is more. */
  next: unknown[] | null
  /** Exact; null when there are more than are counted, absent when the list does not count or on later pages. */
  total?: number | null
}

/** An item, the parts of its sort key as text (`k0`, `k1`, …), and on a first page that counts the total. */
type Row = { item: string; total?: number | null } & Record<`k${number}`, string>

/**
 * A limit is written into the statement, since a plan for "some number of rows" is a worse one; few steps keep the
 * statements few, and a page takes what it asked for of the next larger step.
 */
const steps = [10, 20, 50, 100, 200, 1000]

/** One statement for each combination of filters, sort and step that is asked for (a few dozen), each planned once. */
export const listBy = <Filter extends string, Sort extends string>(shape: ListShape<Filter, Sort>) => {
  const built = new Map<string, Statement<Row>>()
  return async (db: Db, request: ListRequest<Filter, Sort>): Promise<ListPage> => {
    const { filters, sort, descending, after, limit } = request
    const used = (Object.keys(shape.filters) as Filter[]).filter((name) => filters[name] !== undefined)
    const step = steps.find((rows) => rows >= limit) ?? limit
    const key = `${used.join()}|${sort}|${descending ? 'desc' : 'asc'}|${after ? 'after' : ''}|${step}`
    let found = built.get(key)
    if (!found) built.set(key, (found = statement(textOf(shape, used, request, step))))
    const rows = await db.many(found, [...used.map((name) => filters[name]), ...(after ?? [])])
    return {
      items: `[${rows
        .slice(0, limit)
        .map(({ item }) => item)
        .join()}]`,
      next: rows.length > limit ? shape.sorts[sort].map((_, part) => rows[limit - 1]![`k${part}`]!) : null,
      ...(shape.counted && !after && { total: rows.length === 0 ? 0 : rows[0]!.total! }),
    }
  }
}

const textOf = <Filter extends string, Sort extends string>(
  { from, where, filters, sorts, item, joins = '', alias, counted }: ListShape<Filter, Sort>,
  used: Filter[],
  { sort, descending, after }: ListRequest<Filter, Sort>,
  step: number,
): string => {
  let at = 0
  const order = sorts[sort]
  const searched: string[] = []
  const held = [`${alias}.district_id = app_district()`, ...(where ? [where] : [])]
  for (const name of used) {
    const place = `$${++at}`
    const filter = filters[name]
    if (typeof filter === 'string') held.push(`(${filter.replaceAll('?', place)})`)
    else searched.push(filter.join.replaceAll('?', place))
  }
  const source = [from, ...searched].join(' ')
  const key = order.map(([sql]) => sql)
  const conditions = [
    ...held,
    ...(after
      ? [
          `(${key.join(', ')}) ${descending ? '<' : '>'} (${order.map(([, cast]) => `$${++at}::${cast}`).join(', ')})`,
        ]
      : []),
  ]
  const total =
    counted && !after
      ? `,
    (select case when n <= ${countedUpTo} then n end from (select count(*)::integer as n
      from (select from ${source} where ${held.join(' and ')} limit ${countedUpTo + 1}) counted_rows) counted) as total`
      : ''
  return `select (${item})::text as item, ${key.map((sql, part) => `(${sql})::text as k${part}`).join(', ')}${total}
  from ${source} ${joins} where ${conditions.join(' and ')}
  order by ${key.map((sql) => `${sql}${descending ? ' desc' : ''}`).join(', ')} limit ${step + 1}`
}
