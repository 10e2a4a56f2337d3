import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { TableLimits } from './table.ts'
import { TableProblem } from './table-problem.ts'

/** Writes a stream to a file of its own: a workbook's table of contents is at its end. */
export const spool = async (
  chunks: AsyncIterable<Uint8Array>,
  limits: TableLimits,
  folder = tmpdir(),
): Promise<{ path: string; remove: () => Promise<void> }> => {
  const own = await mkdtemp(join(folder, 'common-table-'))
  const remove = (): Promise<void> => rm(own, { recursive: true, force: true })
  const path = join(own, 'upload.xlsx')
  let bytes = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > limits.bytes)
        throw new TableProblem(
          'file_too_large',
          `The file is larger than ${Math.round(limits.bytes / 1024 / 1024)} MB. Split it and import the parts one after another.`,
        )
      yield chunk
    }
  }
  try {
    await pipeline(counted(), createWriteStream(path, { mode: 0o600 }))
  } catch (problem) {
    await remove()
    throw problem
  }
  return { path, remove }
}
