import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { home } from './data-folder.ts'
import { fileTimes } from './file-times.ts'

/** Beside the packages of the server, so that those it leaves outside are found. */
export const bundles = join(home, 'server', 'node_modules', '.cache', 'start')

const sources = ['server/src', 'server/tools/bundle.ts', 'shared/src', 'pnpm-lock.yaml']

/** The server in a few files, as it would be made from the sources as they are now. */
const bundle = (): string =>
  join(bundles, fileTimes(sources.map((path) => join(home, ...path.split('/')))).slice(0, 16))

export interface Prepared {
  readonly folder: string
  /** What a start reads when it is there: a second start takes half the time of finding a thousand modules. */
  readonly entry: string | undefined
}

export const preparedServer = (): Prepared => {
  const folder = bundle()
  const entry = join(folder, 'run.mjs')
  return { folder, entry: existsSync(entry) ? pathToFileURL(entry).href : undefined }
}

/** Makes it for the next start, by a process of its own beside this one. What it cannot make, nobody misses. */
export const prepareServer = (folder: string): { readonly stop: () => void } => {
  const child = spawn(process.execPath, [join(home, 'server', 'tools', 'bundle.ts'), folder], {
    stdio: 'ignore',
  })
  child.on('error', () => undefined)
  child.unref()
  return { stop: () => child.kill() }
}
