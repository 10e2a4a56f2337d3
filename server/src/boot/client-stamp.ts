import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { home } from './data-folder.ts'

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

const filesIn = async (path: string): Promise<string[]> => {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => undefined)
  if (!entries) return [path]
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** A digest of every source by name and content: file times say nothing after a clone or a copy. */
export const clientStamp = async (): Promise<string> => {
  const files = (await Promise.all(clientSources.map(filesIn)))
    .flat()
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
