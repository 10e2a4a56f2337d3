import { createHash } from 'node:crypto'
import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { compressIn } from './compress.ts'
import { home } from './data-folder.ts'
import { BootFailure, folderFailure } from './failure.ts'

const client = join(home, 'client')

/** Where the built web pages are. */
export const dist = join(client, 'dist')

/** What the build is made from. Tests and journeys change nothing in it. */
const sources = [
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
const stampOf = async (): Promise<string> => {
  const files = (await Promise.all(sources.map(filesIn)))
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

const vite = (): string => {
  const require = createRequire(join(client, 'package.json'))
  return join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js')
}

/** Builds the web pages when there are none, or when their sources changed since. True when it built. */
export const ensureClient = async (log: (line: string) => void): Promise<boolean> => {
  const stampFile = join(dist, '.built-from')
  const stamp = await stampOf()
  const built = await readFile(stampFile, 'utf8').catch(() => '')
  if (built === stamp) return false
  log('Building the web pages …')
  try {
    await promisify(execFile)(process.execPath, [vite(), 'build', client], { maxBuffer: 64 * 1024 * 1024 })
    await compressIn(dist)
    await writeFile(stampFile, stamp)
  } catch (error) {
    const { stderr } = error as { stderr?: string } // what execFile rejects with
    const folder = folderFailure(dist, error)
    if (folder instanceof BootFailure) throw folder
    throw new BootFailure(`The web pages could not be built:\n${stderr?.trim() ?? String(error)}`, {
      cause: error,
    })
  }
  return true
}
