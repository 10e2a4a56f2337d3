import { rasterType, type RasterType } from '../district/raster-picture.ts'

export interface CleanPicture {
  readonly type: RasterType
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

const text = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The turn a camera notes in the Exif block (CIPA DC-008, tag 0x0112); 1 is upright. */
const turnIn = (segment: Uint8Array): number => {
  if (text(segment, 4, 4) !== 'Exif') return 1
  const view = viewOf(segment)
  const start = 10
  const little = text(segment, start, 2) === 'II'
  const first = start + view.getUint32(start + 4, little)
  for (let entry = 0; entry < view.getUint16(first, little); entry++) {
    const at = first + 2 + entry * 12
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little)
  }
  return 1
}

/** An Exif block that says the turn and nothing else. */
const onlyTurn = (turn: number): Uint8Array =>
  Uint8Array.from(
    [
      [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1],
      [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0],
    ].flat(),
  )

/**
 * JPEG (ISO 10918-1): what is needed to draw it is kept, with its colour profile; what says where, when and with what it
 * was taken goes, and so does everything after the picture's end.
 */
const cleanJpeg = (bytes: Uint8Array): Omit<CleanPicture, 'type'> | undefined => {
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let [at, width, height, turn] = [2, 0, 0, 1]
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1]!
    if (bytes[at] !== 0xff || marker === 0xff || marker < 0xc0) return undefined
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length || end < at + 4) return undefined
    const segment = bytes.subarray(at, end)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
    if (marker === 0xe1) turn = turnIn(segment)
    const profile = marker === 0xe2 && text(segment, 4, 11) === 'ICC_PROFILE'
    if ((marker < 0xe0 || marker === 0xe0 || marker === 0xee || profile) && marker !== 0xfe)
      kept.push(segment)
    at = end
    if (marker !== 0xda) continue
    const scan = at
    while (at + 1 < bytes.length) {
      const next = bytes[at + 1]!
      if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) break
      at++
    }
    kept.push(bytes.subarray(scan, at))
    if (bytes[at + 1] === 0xd9) {
      kept.push(bytes.subarray(at, at + 2))
      if (width === 0 || height === 0) return undefined
      const turned = turn >= 5 && turn <= 8
      if (turn > 1 && turn <= 8) kept.splice(1, 0, onlyTurn(turn))
      return { bytes: joined(kept), width: turned ? height : width, height: turned ? width : height }
    }
  }
  return undefined
}

/** Chunks of a PNG (ISO 15948) that colour the picture; any other that is not critical goes. */
const colouring = ['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT']

const cleanPng = (bytes: Uint8Array): Omit<CleanPicture, 'type'> | undefined => {
  const view = viewOf(bytes)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const name = text(bytes, at + 4, 4)
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return undefined
    if (/^[A-Z]/.test(name) || colouring.includes(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return { bytes: joined(kept), width: view.getUint32(16), height: view.getUint32(20) }
    at = end
  }
  return undefined
}

/**
 * A picture without what a camera or a program wrote beside it: place, time, device, names, previews. Undefined where the
 * file does not follow its own format, so that nothing unknown is passed on. WebP is not taken apart here.
 */
export const withoutMetadata = (bytes: Uint8Array): CleanPicture | undefined => {
  const type = rasterType(bytes)
  try {
    const clean =
      type === 'image/jpeg' ? cleanJpeg(bytes) : type === 'image/png' ? cleanPng(bytes) : undefined
    return clean && type && { type, ...clean }
  } catch (error) {
    if (error instanceof RangeError) return undefined // a length points outside the file
    throw error
  }
}
