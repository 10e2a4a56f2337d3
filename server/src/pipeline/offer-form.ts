import { randomBytes } from 'node:crypto'
import { refusal } from '@common-table/shared/contract/refusals'
import { isWorkDone } from '@common-table/shared/pipeline/proof-of-work'
import type { Cursors } from '../http/cursors.ts'

/** A form left open longer than this is opened again, so that answers cannot be made in store. */
const hours = 24

const belongsTo = (districtId: string): string => `offer ${districtId}`

/** A challenge that says, signed, when the form was opened and for which district. */
export const newChallenge = (cursors: Cursors, districtId: string, now: Date): string =>
  cursors.write(belongsTo(districtId), [now.getTime(), randomBytes(9).toString('base64url')])

const openAgain = (): never => {
  throw refusal('form-too-old')
}

/** Refuses a form whose small piece of work is not done; without a script nobody is asked to do it. */
export const checkWork = ({ token, nonce }: { token: string; nonce: number }): void => {
  if (!isWorkDone(token, nonce)) throw refusal('form-unchecked')
}

/** Seconds since the form was opened; refuses one that is not ours or too old. */
export const checkChallenge = (cursors: Cursors, districtId: string, token: string, now: Date): number => {
  let openedAt: unknown
  try {
    ;[openedAt] = cursors.read(belongsTo(districtId), token)
  } catch {
    return openAgain()
  }
  const seconds = (now.getTime() - Number(openedAt)) / 1000
  if (!(seconds >= 0 && seconds < hours * 3600)) return openAgain()
  return seconds
}
