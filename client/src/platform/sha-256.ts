import { sha256 } from '@common-table/shared/files/sha-256'

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Without the browser's own, which is missing where a page is not served over HTTPS. Slower, and held to it by a test. */
export const plainSha256 = (bytes: Uint8Array): string => hex(sha256(bytes))

/** The fingerprint of a file, worked out here: the file goes nowhere. */
export const sha256Of = async (file: Blob): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!globalThis.crypto?.subtle) return plainSha256(bytes)
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
