const constants = (count: number, power: number): Uint32Array => {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate++)
    if (found.every((_, at) => candidate % primes[at]! !== 0)) {
      primes[found.length] = candidate
      const root = candidate ** power
      found.push(((root - Math.floor(root)) * 2 ** 32) | 0)
    }
  return Uint32Array.from(found)
}
const primes: number[] = []
const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/**
 * SHA-256 (FIPS 180-4) without the browser's own, which is missing where a page is not served over HTTPS. Slower, and held
 * to the platform's by a test.
 */
export const plainSha256 = (bytes: Uint8Array): string => {
  const rounds = constants(64, 1 / 3)
  const state = constants(8, 1 / 2)
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, bytes.length << 3)
  const words = new Uint32Array(64)
  for (let block = 0; block < padded.length; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getUint32(block + at * 4)
    for (let at = 16; at < 64; at++) {
      const [early, late] = [words[at - 15]!, words[at - 2]!]
      words[at] =
        words[at - 16]! +
        (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) +
        words[at - 7]! +
        (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10))
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ] // eight words
    for (let at = 0; at < 64; at++) {
      const one =
        h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[at]! + words[at]!
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
    }
    ;[a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = state[at]! + word))
  }
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('')
}

/** The fingerprint of a file, worked out here: the file goes nowhere. */
export const sha256Of = async (file: Blob): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!globalThis.crypto?.subtle) return plainSha256(bytes)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
