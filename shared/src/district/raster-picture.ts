export type RasterType = 'image/png' | 'image/jpeg' | 'image/webp'

const begins = (bytes: Uint8Array, at: number, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte)

const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0))

/**
 * The kind of picture, by its first bytes and never by its name; undefined for everything else. A drawing (SVG) is a
 * program in the eyes of a browser, so only pictures of points are taken. Signatures: PNG 1.2, ISO 10918-1, WebP (RFC 9649).
 */
export const rasterType = (bytes: Uint8Array): RasterType | undefined => {
  if (
    begins(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) &&
    begins(bytes, 12, letters('IHDR'))
  )
    return 'image/png'
  if (begins(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (begins(bytes, 0, letters('RIFF')) && begins(bytes, 8, letters('WEBPVP8'))) return 'image/webp'
  return undefined
}
