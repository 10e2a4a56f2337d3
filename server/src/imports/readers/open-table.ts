import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { contentKind } from './sniff.ts'
import { encodingOf } from './encoding-of.ts'
import { looksLikeJson, openJson } from './open-json.ts'
import { openText } from './open-text.ts'
import { openWorkbook, refuseCompound } from './open-workbook.ts'
import { spool } from './spool.ts'
import { defaultLimits, type OpenOptions, type Table, type TableLimits } from './table.ts'
import { TableProblem } from './table-problem.ts'

const startBytes = 4096

/** Reads the beginning of a stream and gives it back in front of the rest. */
const peek = async (source: Readable): Promise<{ start: Buffer; chunks: AsyncIterable<Uint8Array> }> => {
  const iterator = source[Symbol.asyncIterator]() as AsyncIterator<Buffer | string>
  const read: Buffer[] = []
  let length = 0
  while (length < startBytes) {
    const next = await iterator.next()
    if (next.done === true) break
    const piece = Buffer.from(next.value as Buffer) // a stream without an encoding set gives buffers
    read.push(piece)
    length += piece.length
  }
  const start = Buffer.concat(read)
  async function* all(): AsyncGenerator<Uint8Array> {
    if (start.length > 0) yield start
    for (;;) {
      const next = await iterator.next()
      if (next.done === true) return
      yield next.value as Buffer // as above
    }
  }
  return { start, chunks: all() }
}

/**
 * Opens a file as a table, by its content and not its name: CSV with comma, tab, semicolon or pipe, JSON, or the first
 * sheet of an XLSX workbook. A file on disk is read as UTF-8 or Windows-1252, whichever it is. Throws a
 * TableProblem that says what to do when it is none of these or breaks a limit.
 */
export const openTable = async (source: string | Readable, options: OpenOptions = {}): Promise<Table> => {
  const limits: TableLimits = { ...defaultLimits, ...options.limits }
  const stream = typeof source === 'string' ? createReadStream(source, { highWaterMark: 64 * 1024 }) : source
  const close = async (): Promise<void> => {
    stream.destroy()
  }
  try {
    const { start, chunks } = await peek(stream)
    if (start.length === 0)
      throw new TableProblem(
        'empty_file',
        'The file is empty. Send one with a row of column names and the records below it.',
      )
    const content = contentKind(start)
    if (content === 'compound') throw await refuseCompound(chunks)
    if (content === 'other_binary' || (content === 'text' && options.kind === 'xlsx'))
      throw new TableProblem('not_a_table', 'The file is not a table. Send a CSV, XLSX or JSON file.')
    if (content === 'text') {
      const encoding = options.encoding ?? (typeof source === 'string' ? await encodingOf(source) : 'utf-8')
      const open = looksLikeJson(start.toString('utf8')) ? openJson : openText
      return await open(chunks, start, { ...options, encoding }, limits, close)
    }
    if (typeof source === 'string') {
      await close()
      return await openWorkbook(source, options, limits, async () => {})
    }
    const file = await spool(chunks, limits, options.spoolFolder)
    return await openWorkbook(file.path, options, limits, file.remove).catch(async (problem: unknown) => {
      await file.remove()
      throw problem
    })
  } catch (problem) {
    await close()
    throw problem
  }
}
