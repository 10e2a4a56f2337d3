import { TextRecords } from './text-records.ts'
import type { TableLimits } from './table.ts'

const starts = (bytes: Buffer, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte)

export type ContentKind = 'zip' | 'compound' | 'other_binary' | 'text'

/** What a file is by its first bytes, whatever its name says. */
export const contentKind = (bytes: Buffer): ContentKind => {
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  // Compound files hold the old .xls and password-protected workbooks.
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'compound'
  const binaries = [
    [0x25, 0x50, 0x44, 0x46],
    [0x1f, 0x8b],
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x50, 0x41, 0x52, 0x31],
  ]
  return binaries.some((magic) => starts(bytes, ...magic)) ? 'other_binary' : 'text'
}

export const sniffCharacters = 64 * 1024

/** Old Macintosh files end lines with a carriage return alone. */
export const sniffLineEnd = (sample: string): '\n' | '\r' =>
  !sample.includes('\n') && sample.includes('\r') ? '\r' : '\n'

type Fit = { delimiter: string; columns: number; share: number }

const fit = (
  sample: string,
  whole: boolean,
  delimiter: string,
  lineEnd: '\n' | '\r',
  limits: TableLimits,
): Fit => {
  const reader = new TextRecords(delimiter, lineEnd, limits)
  const records = []
  try {
    records.push(...reader.push(sample))
    if (whole || records.length === 0) records.push(...reader.end())
  } catch {
    // Read with the wrong delimiter, a good file may seem broken; the reading proper tells what is wrong.
  }
  const widths = records
    .slice(0, 200)
    .filter((record) => record.cells.some((cell) => cell !== ''))
    .map((record) => record.cells.length)
  const columns = widths[0] ?? 1
  return {
    delimiter,
    columns,
    share: widths.filter((width) => width === columns).length / Math.max(1, widths.length),
  }
}

/** The delimiter with which the first records have most alike many columns; a comma when there is one column only. */
export const sniffDelimiter = (sample: string, whole: boolean, limits: TableLimits): string => {
  const lineEnd = sniffLineEnd(sample)
  const fits = [',', '\t', ';', '|'].map((delimiter) => fit(sample, whole, delimiter, lineEnd, limits))
  const [best] = fits
    .filter((candidate) => candidate.columns > 1)
    .sort((a, b) => b.share * Math.log2(1 + b.columns) - a.share * Math.log2(1 + a.columns))
  return best?.delimiter ?? ','
}
