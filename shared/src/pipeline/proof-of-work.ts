import { sha256 } from '../files/sha-256.ts'

/**
 * A small piece of work the sender's browser does while the form is filled in: about 16,000 hashes, a blink for one person
 * and a cost for whoever sends a thousand. Nobody has to read, hear or click anything (Dwork and Naor 1992; Hashcash).
 */
export const WORK_BITS = 14

const zeroBits = (hash: Uint8Array): number => {
  let bits = 0
  for (const byte of hash) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24
    bits += 8
  }
  return bits
}

const text = (challenge: string, nonce: number): Uint8Array =>
  Uint8Array.from(`${challenge}:${nonce}`, (letter) => letter.charCodeAt(0) & 0xff)

/** Whether `nonce` is the answer to a challenge. */
export const isWorkDone = (challenge: string, nonce: number, bits = WORK_BITS): boolean =>
  zeroBits(sha256(text(challenge, nonce))) >= bits

/** Searches from `from` through `count` numbers; undefined when none of them is the answer. */
export const searchWork = (
  challenge: string,
  from: number,
  count: number,
  bits = WORK_BITS,
): number | undefined => {
  for (let nonce = from; nonce < from + count; nonce++) if (isWorkDone(challenge, nonce, bits)) return nonce
  return undefined
}
