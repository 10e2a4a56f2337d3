import { statement, type Statement } from './statement.ts'

/**
 * A list that is filtered, sorted and paged by key. The page is cut first (a subquery over one table and its index),
 * the joins and counts run on that page only, and PostgreSQL writes the JSON. `OFFSET` does not exist here.
 */
export interface ListShape<Filter extends string, Sort extends string> {
  /** Table and alias the page is cut from, e.g. `partnerships p`. Joins needed by filters may follow. */
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
  /** JSON object of one item, over the page's row under the same alias. */
  item: string
  /** Joins for `item`, over the page only. */
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

export interface ListRow {
  items: string
  next: unknown[] | null
  /** Exact; null when there are more than are counted, absent when the list does not count or on later pages. */
  total?: number | null
}

/** The statement of this combination of filters and sort (a few dozen at most, each planned once), and its values. */
export const listBy = <Filter extends string, Sort extends string>(shape: ListShape<Filter, Sort>) => {
  const built = new Map<string, Statement<ListRow>>()
  return (request: ListRequest<Filter, Sort>): { statement: Statement<ListRow>; values: unknown[] } => {
    const used = (Object.keys(shape.filters) as Filter[]).filter(
      (name) => request.filters[name] !== undefined,
    )
    const key = `${used.join()}|${request.sort}|${request.descending ? 'desc' : 'asc'}|${request.after ? 'after' : ''}`
    let found = built.get(key)
    if (!found) built.set(key, (found = statement(textOf(shape, used, request))))
    return {
      statement: found,
      values: [request.limit, ...used.map((name) => request.filters[name]), ...(request.after ?? [])],
    }
  }
}

const textOf = <Filter extends string, Sort extends string>(
  { from, where, filters, sorts, item, joins = '', alias, counted }: ListShape<Filter, Sort>,
  used: Filter[],
  { sort, descending, after }: ListRequest<Filter, Sort>,
): string => {
  let at = 1
  const order = sorts[sort]
  const direction = descending ? 'desc' : 'asc'
  const searched: string[] = []
  const held = [`${alias}.district_id = app_district()`, ...(where ? [where] : [])]
  for (const name of used) {
    const place = `$${++at}`
    const filter = filters[name]
    if (typeof filter === 'string') held.push(`(${filter.replaceAll('?', place)})`)
    else searched.push(filter.join.replaceAll('?', place))
  }
  const source = [from, ...searched].join(' ')
  const conditions = [
    ...held,
    ...(after
      ? [
          `(${order.map(([sql]) => sql).join(', ')}) ${descending ? '<' : '>'} (${order.map(([, cast]) => `$${++at}::${cast}`).join(', ')})`,
        ]
      : []),
  ]
  const total =
    counted && !after
      ? `,
    (select case when n <= ${countedUpTo} then n end from (select count(*)::integer as n
      from (select from ${source} where ${held.join(' and ')} limit ${countedUpTo + 1}) counted_rows) counted) as total`
      : ''
  return `with page as materialized (
    select ${alias}.*, json_build_array(${order.map(([sql]) => sql).join(', ')}) as page_key,
      row_number() over (order by ${order.map(([sql]) => `${sql} ${direction}`).join(', ')}) as page_row
    from ${source} where ${conditions.join(' and ')}
    order by ${order.map(([sql]) => `${sql} ${direction}`).join(', ')} limit $1::integer + 1
  )
  select coalesce(json_agg(${item} order by ${alias}.page_row) filter (where ${alias}.page_row <= $1), '[]')::text as items,
    (select page_key from page where page_row = $1::integer and exists (select from page where page_row > $1::integer)) as next${total}
  from page ${alias} ${joins}`
}
