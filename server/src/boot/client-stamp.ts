import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { home } from './data-folder.ts'
import { filesIn } from './file-times.ts'

const client = join(home, 'client')

/** What the build is made from. Tests and journeys change nothing in it. */
export const clientSources = [
  join(client, 'src'),
  join(client, 'public'),
  join(client, 'index.html'),
  join(client, 'vite.config.ts'),
  join(client, 'package.json'),
  join(home, 'shared', 'src'),
  join(home, 'pnpm-lock.yaml'),
]

/** A digest of every source by name and content: file times say nothing after a clone or a copy. */
export const clientStamp = async (): Promise<string> => {
  const files = clientSources
    .flatMap(filesIn)
    .filter((file) => !file.endsWith('.test.ts'))
    .sort()
  const hash = createHash('sha256')
  const contents = await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0))))
  files.forEach((file, index) =>
    hash
      .update(relative(home, file).replaceAll('\\', '/'))
      .update('\0')
      .update(contents[index] ?? ''),
  )
  return hash.digest('hex')
}
