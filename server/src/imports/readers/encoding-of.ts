import { isAscii, isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { unfinishedTail } from './decode-text.ts'

// What Windows-1252 leaves undefined, and what two of its letters beside each other would be: broken UTF-8.
const undefinedBytes = /[\x81\x8d\x8f\x90\x9d]/
const letterOfUtf8 = /[\xc3\xc2][\x80-\xbf]|\xe2\x80[\x80-\xbf]/

/**
 * How the text of a file is written: UTF-8 when every byte fits it, else Windows-1252, as older Excel saves a CSV. A file
 * that mixes both stays UTF-8 and is refused at the line that breaks it: read as the other, every name in it would be wrong.
 */
export const encodingOf = async (path: string): Promise<'utf-8' | 'windows-1252'> => {
  let carried: Buffer = Buffer.alloc(0)
  let fits = true
  let windows = true
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const chunk = Buffer.concat([carried, piece as Buffer]) // the stream has no encoding set
    const whole = chunk.subarray(0, chunk.length - unfinishedTail(chunk))
    carried = chunk.subarray(whole.length)
    const utf8 = isUtf8(whole)
    fits &&= utf8
    if (utf8 && windows && !isAscii(whole)) windows = false
    if (!utf8) {
      const latin = whole.toString('latin1')
      if (undefinedBytes.test(latin) || letterOfUtf8.test(latin)) return 'utf-8'
    }
    if (!fits && !windows) return 'utf-8'
  }
  return fits && carried.length === 0 ? 'utf-8' : windows ? 'windows-1252' : 'utf-8'
}
