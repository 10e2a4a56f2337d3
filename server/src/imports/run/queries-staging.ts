import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** The one connection an import writes on, inside its one transaction. */
export interface Writing {
  rows<Row extends object = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<Row[]>
  /** Runs a statement and answers how many rows it touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>
  /** COPY of ready text lines into a table. */
  copy(table: string, lines: string): Promise<void>
}

export const writingOn = (client: Client): Writing => ({
  rows: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
    (await client.query<Row>(text, values as unknown[])).rows,
  run: async (text, values = []) => (await client.query(text, values as unknown[])).rowCount ?? 0,
  copy: async (table, lines) => {
    const stream = client.query(copyFrom(`copy ${table} from stdin`))
    const done = finished(stream)
    if (!stream.write(lines)) await Promise.race([once(stream, 'drain'), done])
    stream.end()
    await done
  },
})

/**
 * Has foreign keys checked by index. Their plans are made at the first check and kept: made while the table they point to
 * was filled a moment ago and counted by nobody, they would read it whole for every row.
 */
export const byIndex = async (sql: Writing, on: boolean): Promise<void> =>
  void (await sql.run(`set local enable_seqscan = ${on ? 'off' : 'on'}`))

export type CopyValue = string | number | boolean | null | readonly string[]

const special = /[\\\t\n\r]/g
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string): string =>
  special.test(text) ? text.replace(special, (sign) => escapes[sign]!) : text

const copyText = (value: CopyValue): string => {
  if (value === null) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value !== 'object') return String(value)
  return escaped(`{${value.map((item) => `"${item.replace(/[\\"]/g, '\\$&')}"`).join()}}`)
}

/** Rows waiting in a temporary table, sent in pieces: larger ones are no faster, and live long enough to be moved to where garbage is collected last. The transaction's end removes it. */
export interface Staging {
  add(values: readonly CopyValue[]): void
  /** Sends what has gathered, when it is enough or at the end. */
  flush(all?: boolean): Promise<void>
}

const pieceCharacters = 250_000

/** Makes a temporary table by its `create temp table` body, and fills it. */
export const openStaging = async (sql: Writing, table: string, body: string): Promise<Staging> => {
  await sql.run(`create temp table ${table} ${body}`)
  let lines: string[] = []
  let gathered = 0
  return {
    add: (values) => {
      const line = values.map(copyText).join('\t')
      gathered += line.length
      lines.push(line)
    },
    flush: async (all = false) => {
      if (lines.length === 0 || (!all && gathered < pieceCharacters)) return
      const piece = `${lines.join('\n')}\n`
      lines = []
      gathered = 0
      await sql.copy(table, piece)
    },
  }
}
