import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Statement } from './statement.ts'

/**
 * A connection that already speaks for one district: a shared pipelined reader or the transaction of one write.
 * Queries cannot tell which, and must not care.
 */
export interface Db {
  readonly districtId: string
  many<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row[]>
  one<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row | undefined>
  /**
   * As `one`, and the last of a write: the transaction commits with it, in the same journey to the database. Whatever is
   * thrown afterwards undoes nothing, so a handler checks first and returns what this answers.
   */
  final<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<Row | undefined>
  /** Runs a write and answers how many rows it touched. */
  run(statement: Statement<unknown>, values?: readonly unknown[]): Promise<number>
  /** The same connection for typed Drizzle queries over the tables in `table.ts`. */
  readonly orm: NodePgDatabase
}

/** What sends one query over the right connection. */
export type Query = (config: pg.QueryConfig, values?: unknown[]) => Promise<pg.QueryResult>

/** `finish` sends a query that ends the transaction; reads have none to end. */
export const dbOver = (districtId: string, query: Query, finish: Query = query): Db => {
  let orm: NodePgDatabase | undefined
  const rowsBy =
    (send: Query) =>
    async <Row>(statement: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> =>
      (await send({ name: statement.name, text: statement.text, values: values as unknown[] })).rows as Row[]
  const [rows, lastRows] = [rowsBy(query), rowsBy(finish)]
  return {
    districtId,
    many: rows,
    one: async (statement, values) => (await rows(statement, values))[0],
    final: async (statement, values) => (await lastRows(statement, values))[0],
    run: async (statement, values = []) =>
      (await query({ name: statement.name, text: statement.text, values: values as unknown[] })).rowCount ??
      0,
    get orm() {
      // Drizzle only ever calls `query` on what it is given.
      orm ??= drizzle({ client: { query } as unknown as pg.Client }) as NodePgDatabase
      return orm
    },
  }
}

/** The same transaction for work that something follows: its last statement does not end it. */
export const notYetFinal = (db: Db): Db => Object.create(db, { final: { value: db.one } }) as Db // Object.create is untyped
