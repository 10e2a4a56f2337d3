import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { plainSha256, sha256Of } from './sha-256.ts'

const text = (value: string) => new TextEncoder().encode(value)

describe('the fingerprint of a file', () => {
  it('is the one of the standard’s examples', () => {
    expect(plainSha256(text('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(plainSha256(text(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
  it('is the platform’s own, for files of every length around a block', () => {
    for (const length of [1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000, 70_000]) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 256)
      expect(plainSha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })
  it('comes from the browser where it has one', async () => {
    expect(await sha256Of(new Blob([text('abc')]))).toBe(plainSha256(text('abc')))
  })
})
