import { execFile } from 'node:child_process'
import { access, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { clientSources, clientStamp } from './client-stamp.ts'
import { compressIn } from './compress.ts'
import { home } from './data-folder.ts'
import { BootFailure, folderFailure } from './failure.ts'
import { fileTimes } from './file-times.ts'

const client = join(home, 'client')

const dist = join(client, 'dist')

/** What the pages were built from, and when those files had last changed. */
const stampFile = join(dist, '.built-from')
const timesFile = join(dist, '.built-from-times')

const noted = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')

const vite = join(client, 'node_modules', 'vite', 'bin', 'vite.js')

/** Builds the web pages when there are none, or when their sources changed since. True when it built. */
export const ensureClient = async (log: (line: string) => void, signal?: AbortSignal): Promise<boolean> => {
  const times = fileTimes(clientSources)
  if ((await noted(timesFile)) === times) return false
  const stamp = await clientStamp()
  if ((await noted(stampFile)) === stamp) {
    await writeFile(timesFile, times).catch(() => undefined) // the next start looks closely again, no more
    return false
  }
  log('Building the web pages …')
  try {
    await promisify(execFile)(process.execPath, [vite, 'build', client], {
      maxBuffer: 64 * 1024 * 1024,
      signal,
    })
    await compressIn(dist)
    await writeFile(stampFile, stamp)
    await writeFile(timesFile, times)
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

/** For an installation that brings its web pages built. */
export const demandClient = async (): Promise<void> => {
  await access(join(dist, 'index.html')).catch((error: unknown) => {
    throw new BootFailure('The web pages are not built; run "pnpm build" once, or start with "pnpm start".', {
      cause: error,
    })
  })
}
