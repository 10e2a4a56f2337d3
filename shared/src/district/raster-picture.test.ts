import { describe, expect, it } from 'vitest'
import { rasterType } from './raster-picture.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  )

describe('the kind of a picture', () => {
  it.each([
    ['a PNG', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR'), 'image/png'],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'), 'image/jpeg'],
    ['a WebP', bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8L'), 'image/webp'],
    ['a drawing', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), undefined],
    ['a page called logo.png', bytes('<!doctype html>'), undefined],
    ['half a signature', bytes([0x89], 'PNG'), undefined],
    ['nothing', bytes(), undefined],
  ])('of %s is told by its bytes', (_, content, type) => expect(rasterType(content)).toBe(type))
})
