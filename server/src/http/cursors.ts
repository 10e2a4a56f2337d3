import { createHmac, timingSafeEqual } from 'node:crypto'
import { ProblemError } from '@common-table/shared/contract/problem'

/** Page cursors: the last row's sort key, signed together with the filters it belongs to. */
export interface Cursors {
  write(list: string, key: readonly unknown[]): string
  /** Throws `invalid-cursor` for one that was changed, or that belongs to other filters. */
  read(list: string, cursor: string): unknown[]
}

export const signedCursors = (secret: string): Cursors => {
  const mac = (list: string, key: string): Buffer =>
    createHmac('sha256', secret).update(`cursor\0${list}\0${key}`).digest().subarray(0, 12)
  return {
    write: (list, key) => {
      const text = JSON.stringify(key)
      return Buffer.concat([mac(list, text), Buffer.from(text)]).toString('base64url')
    },
    read: (list, cursor) => {
      const bytes = Buffer.from(cursor, 'base64url')
      const text = bytes.subarray(12).toString()
      if (bytes.length < 14 || !timingSafeEqual(bytes.subarray(0, 12), mac(list, text)))
        throw new ProblemError(
          'invalid-cursor',
          'Start again from the first page: this page link does not belong to this list.',
        )
      return JSON.parse(text) as unknown[]
    },
  }
}
