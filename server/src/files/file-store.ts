import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ProblemError } from '@common-table/shared/contract/problem'

export interface StoredFile {
  sha256: string
  sizeBytes: number
}

/** Files people hand in: outside the database, named by their content, never executed and never served inline. */
export interface FileStore {
  /**
   * Streams to disk; a file over the limit leaves nothing behind. `judge` sees the first bytes before the file gets its
   * place, and may throw.
   */
  keep(stream: NodeJS.ReadableStream, limitBytes: number, judge?: (head: Buffer) => void): Promise<StoredFile>
  open(sha256: string): NodeJS.ReadableStream
  pathOf(sha256: string): string
  has(sha256: string): Promise<boolean>
}

/** Enough to know a file by its signature. */
const headBytes = 64

export const fileStoreIn = (directory: string): FileStore => {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a content hash')
    return join(directory, sha256.slice(0, 2), sha256)
  }
  return {
    pathOf,
    open: (sha256) => createReadStream(pathOf(sha256)),
    has: (sha256) =>
      stat(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
    keep: async (stream, limitBytes, judge) => {
      await mkdir(directory, { recursive: true, mode: 0o700 })
      const arriving = join(directory, `arriving-${randomUUID()}`)
      const hash = createHash('sha256')
      let sizeBytes = 0
      let head = Buffer.alloc(0)
      const measure = new Transform({
        transform: (chunk: Buffer, _encoding, done) => {
          sizeBytes += chunk.length
          if (sizeBytes > limitBytes)
            return done(
              new ProblemError(
                'too-large',
                `Files can have at most ${Math.floor(limitBytes / 1_000_000)} MB.`,
              ),
            )
          if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes)])
          hash.update(chunk)
          done(null, chunk)
        },
      })
      try {
        await pipeline(stream, measure, createWriteStream(arriving, { mode: 0o600 }))
        judge?.(head)
        const sha256 = hash.digest('hex')
        await mkdir(join(directory, sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
        await rename(arriving, pathOf(sha256))
        return { sha256, sizeBytes }
      } finally {
        await rm(arriving, { force: true })
      }
    },
  }
}
