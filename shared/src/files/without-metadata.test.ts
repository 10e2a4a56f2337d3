import { describe, expect, it } from 'vitest'
import { withoutMetadata } from './without-metadata.ts'

const bytes = (...parts: (string | number[])[]) =>
  parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part))
const segment = (marker: number, content: number[]) => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 255,
  ...content,
]
/** An Exif block with the turn and, as text, a place. */
const exif = (turn: number) =>
  segment(
    0xe1,
    bytes(
      'Exif',
      [0, 0],
      'II',
      [42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0, 0, 0, 0, 0],
      'GPS 40.7',
    ),
  )
const frame = segment(0xc0, [8, 0, 30, 0, 40, 1, 1, 0x11, 0])
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xd9]
const jpeg = (...between: number[][]) =>
  Uint8Array.from([0xff, 0xd8, ...segment(0xe0, bytes('JFIF', [0])), ...between.flat(), ...frame, ...scan])
const textOf = (picture: Uint8Array) => String.fromCharCode(...picture)

const chunk = (name: string, content: number[]) =>
  bytes([0, 0, 0, content.length], name, content, [0, 0, 0, 0])
const png = (...between: number[][]) =>
  Uint8Array.from([
    ...bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]),
    ...chunk('IHDR', [0, 0, 0, 40, 0, 0, 0, 30, 8, 2, 0, 0, 0]),
    ...between.flat(),
    ...chunk('IDAT', [1, 2, 3]),
    ...chunk('IEND', []),
  ])

describe('a picture', () => {
  it('loses where and with what it was taken, its comments and what follows its end; its turn stays', () => {
    const taken = jpeg(exif(6), segment(0xed, bytes('Photoshop')), segment(0xfe, bytes('Ana, grade 4')))
    const clean = withoutMetadata(Uint8Array.from([...taken, ...bytes('a film behind it')]))!
    expect(textOf(clean.bytes)).not.toMatch(/GPS|Photoshop|Ana|film/)
    expect(clean).toMatchObject({ type: 'image/jpeg', width: 30, height: 40 })
    expect(textOf(clean.bytes)).toContain('Exif')
    expect(clean.bytes.slice(-2)).toEqual(Uint8Array.of(0xff, 0xd9))
    expect(withoutMetadata(clean.bytes)!.bytes).toEqual(clean.bytes)
    expect(withoutMetadata(jpeg(exif(1)))!.bytes).toEqual(jpeg())
  })

  it('as PNG keeps what is drawn and its colours', () => {
    const clean = withoutMetadata(
      png(chunk('tEXt', bytes('Author Ana')), chunk('eXIf', [1]), chunk('gAMA', [0, 0, 1, 1])),
    )!
    expect(clean.bytes).toEqual(png(chunk('gAMA', [0, 0, 1, 1])))
    expect(clean).toMatchObject({ width: 40, height: 30 })
  })

  it.each([
    ['cut short', jpeg().slice(0, 40)],
    ['with a length that points outside', Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1, 2, 3, 4])],
    [
      'with a broken Exif block',
      jpeg(segment(0xe1, bytes('Exif', [0, 0], 'II', [42, 0, 255, 255, 255, 255]))),
    ],
    ['a PNG without an end', png().slice(0, -12)],
    ['a WebP', Uint8Array.from(bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8L'))],
    ['a page', Uint8Array.from(bytes('<!doctype html>'))],
  ])('that is %s is refused', (_, content) => expect(withoutMetadata(content)).toBeUndefined())
})
