import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import type { TableLimits, TextEncoding } from './table.ts'
import { TableProblem } from './table-problem.ts'

/** How many bytes at the end of a chunk begin a UTF-8 character that the next chunk ends. */
export const unfinishedTail = (chunk: Buffer): number => {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/** The first byte that is not UTF-8, found by halving: a valid beginning may end within a character. */
const firstWrongByte = (chunk: Buffer): number => {
  let good = 0
  let bad = chunk.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    const part = chunk.subarray(0, middle)
    if (isUtf8(part.subarray(0, middle - unfinishedTail(part)))) good = middle
    else bad = middle
  }
  // The byte that broke a character may be the one after it: the character is what is wrong.
  return bad - 1 - unfinishedTail(chunk.subarray(0, bad - 1))
}

const linesIn = (chunk: Buffer, end: number): number => {
  let lines = 0
  for (let at = chunk.indexOf(10); at >= 0 && at < end; at = chunk.indexOf(10, at + 1)) lines++
  return lines
}

/** The encoding a file's first bytes announce by their byte order mark, else the one asked for. */
export const announcedEncoding = (start: Buffer, asked: TextEncoding): TextEncoding => {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 'utf-8' : asked
}

type Progress = { bytes: number }

/** Turns a file's bytes into text piece by piece; refuses what is not text, naming the line and byte. */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
  limits: TableLimits,
  progress: Progress,
): AsyncGenerator<string> {
  const decoder =
    encoding === 'utf-8' ? undefined : new TextDecoder(encoding, { fatal: encoding !== 'windows-1252' })
  let carried: Buffer = Buffer.alloc(0)
  let first = true
  let lines = 0
  for await (const piece of chunks) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    const offset = progress.bytes - carried.length
    progress.bytes += bytes.length
    if (progress.bytes > limits.bytes) throw tooLarge(limits)
    const chunk = carried.length === 0 ? bytes : Buffer.concat([carried, bytes])
    carried = Buffer.alloc(0)
    if (decoder !== undefined) {
      const text = decodePiece(decoder, chunk, lines + 1)
      if (text.includes('\0')) throw nulFound(lines + 1)
      lines += text.split('\n').length - 1
      yield text
      continue
    }
    const whole = chunk.subarray(0, chunk.length - unfinishedTail(chunk))
    if (!isUtf8(whole))
      throw invalid(offset + firstWrongByte(whole), lines + 1 + linesIn(whole, firstWrongByte(whole)))
    const nul = whole.indexOf(0)
    if (nul >= 0) throw nulFound(lines + 1 + linesIn(whole, nul))
    lines += linesIn(whole, whole.length)
    carried = Buffer.from(chunk.subarray(whole.length))
    const bom = first && whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf
    if (whole.length > 0) first = false
    yield whole.toString('utf8', bom ? 3 : 0)
  }
  if (carried.length > 0) throw invalid(progress.bytes - carried.length, lines + 1)
  if (decoder !== undefined) yield decodePiece(decoder, undefined, lines + 1)
}

const tooLarge = (limits: TableLimits): TableProblem =>
  new TableProblem(
    'file_too_large',
    `The file is larger than ${Math.round(limits.bytes / 1024 / 1024)} MB. Split it and import the parts one after another.`,
  )

const invalid = (offset: number, line: number): TableProblem =>
  new TableProblem(
    'invalid_utf8',
    `Line ${line} holds a character that is not UTF-8 (byte ${offset + 1} of the file). Save the file as “CSV UTF-8” and send it again.`,
    { line },
  )

const nulFound = (line: number): TableProblem =>
  new TableProblem(
    'contains_nul',
    `Line ${line} holds a zero byte, which no text has. Export the table again as CSV UTF-8 or XLSX.`,
    { line },
  )

const decodePiece = (decoder: TextDecoder, chunk: Buffer | undefined, line: number): string => {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch (cause) {
    const message = `The text after line ${line} is not valid ${decoder.encoding.toUpperCase()}. Save the file as “CSV UTF-8”.`
    throw new TableProblem('invalid_utf8', message, { line, cause })
  }
}
