import { JSONParser } from '@streamparser/json'
import { announcedEncoding, decodeText } from './decode-text.ts'
import { readHeader } from './header.ts'
import { jsonRecord, type JsonRecord } from './json-record.ts'
import { inBatches, rowMaker } from './rows.ts'
import type { OpenOptions, Table, TableLimits, TableRow } from './table.ts'
import { TableProblem } from './table-problem.ts'

// As many as a person is shown the beginning of; a key that comes later is noted at its row.
const headerRecords = 200

/** Does a text begin like a list of records, one record, or records line by line? */
export const looksLikeJson = (start: string): boolean => /^\uFEFF?\s*(?:\[\s*\{|\{\s*["}])/.test(start)

const isWhole = (line: string): boolean => {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

/** Where the records are: in the list that is the file, in the first list inside an object, or one after the other. */
const recordsAt = (start: string): { readonly paths: string[]; readonly separator?: string } => {
  const text = start.replace(/^\uFEFF?\s*/, '')
  if (text.startsWith('[')) return { paths: ['$.*'] }
  const [line = ''] = text.split(/\r?\n/, 1)
  const wrapped = /"([^"\\]{1,100})"\s*:\s*\[\s*[{\]]/.exec(text)?.[1]
  const lineByLine = isWhole(line) && line.length < text.trimEnd().length
  return lineByLine || wrapped === undefined ? { paths: ['$'], separator: '' } : { paths: [`$.${wrapped}.*`] }
}

const broken = (record: number, cause: unknown): TableProblem =>
  new TableProblem(
    'broken_json',
    `The JSON is not whole or not right after record ${record}: ${cause instanceof Error ? cause.message : String(cause)} Export it again and send that.`,
    { line: record + 1, cause },
  )

/** The records of a JSON text as it arrives, a few at a time; no more of it is held than one record may be long. */
async function* recordsOf(
  texts: AsyncIterable<string>,
  start: string,
  limits: TableLimits,
): AsyncGenerator<JsonRecord[]> {
  const parser = new JSONParser({ ...recordsAt(start), keepStack: false })
  const found: JsonRecord[] = []
  let [count, since] = [0, 0]
  let failure: unknown
  parser.onValue = ({ value }) => {
    since = 0
    found.push(jsonRecord(value, ++count, limits))
  }
  parser.onError = (error) => {
    failure ??= error
  }
  for await (const text of texts) {
    since += text.length
    parser.write(text)
    if (failure instanceof TableProblem) throw failure
    if (failure !== undefined) throw broken(count, failure)
    if (since > limits.rowCharacters)
      throw new TableProblem(
        'row_too_long',
        `Record ${count + 1} is longer than ${limits.rowCharacters} characters. Send a list of records that hold a figure or a word each.`,
        { line: count + 1 },
      )
    if (found.length > 0) yield found.splice(0)
  }
  if (!parser.isEnded) parser.end()
  if (failure !== undefined) throw broken(count, failure)
}

/**
 * Opens JSON as a table: a list of records, the first list within an object (`items`), or a record a line. The header is
 * what the first records hold; what is inside another is named `outer.inner`.
 */
export const openJson = async (
  chunks: AsyncIterable<Uint8Array>,
  start: Buffer,
  options: OpenOptions,
  limits: TableLimits,
  close: () => Promise<void>,
): Promise<Table> => {
  const progress = { bytes: 0 }
  const encoding = announcedEncoding(start, options.encoding ?? 'utf-8')
  const texts = decodeText(chunks, encoding, limits, progress)
  const pieces = recordsOf(texts, start.toString('utf8'), limits)
  const pending: JsonRecord[] = []
  while (pending.length < headerRecords) {
    const next = await pieces.next()
    if (next.done === true) break
    pending.push(...next.value)
  }
  if (pending.length === 0)
    throw new TableProblem(
      'empty_file',
      'The JSON holds no records. Send a list of records, each with its fields by name.',
    )
  const keys = [...new Set(pending.slice(0, headerRecords).flatMap((record) => [...record.keys()]))]
  const { header, warnings } = readHeader(keys, limits, 1)
  const makeRow = rowMaker(header.length, limits)
  const known = new Set(keys)
  let line = 0
  const rowOf = (record: JsonRecord): TableRow | undefined => {
    const cells = keys.map((key) => record.get(key) ?? '')
    const beyond = [...record.keys()].filter((key) => !known.has(key)).map((key) => record.get(key) ?? '')
    return makeRow({ line: ++line, cells: [...cells, ...beyond], broken: false })
  }
  async function* all(): AsyncGenerator<readonly JsonRecord[]> {
    yield pending.splice(0)
    yield* pieces
  }

  return {
    kind: 'json',
    header,
    warnings,
    encoding,
    bytesRead: () => progress.bytes,
    close,
    [Symbol.asyncIterator]: () => inBatches(all(), rowOf, options.batchRows ?? 200, close),
  }
}
