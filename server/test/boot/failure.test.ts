import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { BootFailure, fullDisk } from '../../src/boot/failure.ts'

const folder = await mkdtemp(join(tmpdir(), 'common-table-failure-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const wordsOf = async (error: unknown): Promise<unknown> => {
  const told = await fullDisk(folder, error)
  return told instanceof BootFailure ? told.message : told
}

describe('a start that broke off', () => {
  it('says that the disk is full and what to do, whoever noticed it first', async () => {
    const sentence = `The disk holding ${folder} is full; free some space and start again.`
    const written = Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' })
    const database = Object.assign(new Error('could not extend file'), { code: '53100' })
    for (const error of [written, database, new Error('The query failed', { cause: database })])
      expect(await wordsOf(error)).toBe(sentence)
    // A route answers only that the database is away: what is left on the disk tells why.
    expect(await wordsOf(new Error('The database is not answering just now.'))).not.toBe(sentence)
    const roomless = await fullDisk(folder, new Error('The database is not answering just now.'), Infinity)
    expect(roomless).toMatchObject({ name: 'BootFailure', message: sentence })
  })

  it('keeps what was said already, and shows an accident as it is', async () => {
    const said = new BootFailure('Port 80 is in use.')
    expect(await fullDisk(folder, said, Infinity)).toBe(said)
    const accident = new TypeError('a mistake of ours')
    expect(await fullDisk(folder, accident)).toBe(accident)
  })
})
