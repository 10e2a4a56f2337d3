import { announcedEncoding, decodeText } from './decode-text.ts'
import { readHeader } from './header.ts'
import { sniffCharacters, sniffDelimiter, sniffLineEnd } from './sniff.ts'
import { inBatches, isBlank, rowMaker } from './rows.ts'
import type { OpenOptions, Table, TableLimits } from './table.ts'
import { TableProblem } from './table-problem.ts'
import { TextRecords, type TextRecord } from './text-records.ts'

/** The whole records at the start of a text, to tell its delimiter by: enough of it, or all. */
const readSample = async (texts: AsyncIterator<string>): Promise<{ sample: string; whole: boolean }> => {
  let sample = ''
  for (;;) {
    const next = await texts.next()
    if (next.done === true) return { sample, whole: true }
    sample += next.value
    if (sample.length >= sniffCharacters) return { sample, whole: false }
  }
}

/** Opens delimited text: encoding, delimiter and header are known when this returns, rows are read as they are asked for. */
export const openText = async (
  chunks: AsyncIterable<Uint8Array>,
  start: Buffer,
  options: OpenOptions,
  limits: TableLimits,
  close: () => Promise<void>,
): Promise<Table> => {
  const progress = { bytes: 0 }
  const encoding = announcedEncoding(start, options.encoding ?? 'utf-8')
  const texts = decodeText(chunks, encoding, limits, progress)
  const { sample, whole } = await readSample(texts)
  const delimiter = options.kind === 'tsv' ? '\t' : sniffDelimiter(sample, whole, limits)
  const reader = new TextRecords(delimiter, sniffLineEnd(sample), limits)
  const pending = reader.push(sample)
  if (whole) pending.push(...reader.end())
  let first = pending.findIndex((record) => !isBlank(record.cells))
  while (first < 0) {
    const next = await texts.next()
    pending.splice(0, pending.length, ...(next.done === true ? reader.end() : reader.push(next.value)))
    first = pending.findIndex((record) => !isBlank(record.cells))
    if (next.done === true && first < 0)
      throw new TableProblem(
        'empty_file',
        'The file is empty. Send one with a row of column names and the records below it.',
      )
  }
  const head = pending[first]
  const { header, warnings } = readHeader(head?.cells ?? [], limits, head?.line ?? 1)
  const makeRow = rowMaker(header.length, limits)
  async function* records(): AsyncGenerator<readonly TextRecord[]> {
    yield pending.splice(0).slice(first + 1)
    if (whole) return
    for await (const text of texts) yield reader.push(text)
    yield reader.end()
  }

  return {
    kind: delimiter === '\t' ? 'tsv' : 'csv',
    header,
    warnings,
    delimiter,
    encoding,
    bytesRead: () => progress.bytes,
    close,
    [Symbol.asyncIterator]: () => inBatches(records(), makeRow, options.batchRows ?? 200, close),
  }
}
