import { randomBytes } from 'node:crypto'
import { appendFile, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BootFailure, codeOf, folderFailure } from '../failure.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { runProgram } from './programs.ts'

/** The major version the product is written for and tested on. */
export const major = 18

/** Sorting is PostgreSQL's own C.UTF-8 everywhere; these only say what a letter is, by what the system offers. */
const letters = ['C.UTF-8', 'en_US.UTF-8', 'C']

const versionOf = (folder: string): Promise<string | undefined> =>
  readFile(join(folder, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined
      throw folderFailure(folder, error)
    },
  )

const give = async (path: string, { uid, gid }: Account): Promise<void> => {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

interface NewCluster {
  readonly folder: string
  readonly password: string
  readonly durable: boolean
  readonly account: Account
  readonly binaries: Binaries
}

const initialise = async (draft: string, cluster: NewCluster): Promise<void> => {
  const { account, binaries, durable, password } = cluster
  const passwordFile = `${draft}.password`
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  await give(passwordFile, account)
  let output = ''
  for (const letter of letters) {
    await mkdir(draft, { recursive: true, mode: 0o700 })
    await give(draft, account)
    const outcome = await runProgram(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        `--lc-ctype=${letter}`,
        '--data-checksums',
        ...(durable ? [] : ['--no-sync']),
      ],
      account,
    )
    if (outcome.ok) return appendFile(join(draft, 'postgresql.conf'), "\ninclude = 'common-table.conf'\n")
    output = outcome.output
    if (!output.includes('locale')) break
    await rm(draft, { recursive: true, force: true })
  }
  if (output.includes('No space left on device'))
    throw folderFailure(cluster.folder, Object.assign(new Error(output), { code: 'ENOSPC' }))
  const log = join(dirname(cluster.folder), 'postgres-setup.log')
  await writeFile(log, output)
  throw new BootFailure(
    `PostgreSQL could not set up its folder ${cluster.folder}; what it said is in ${log}.`,
  )
}

/** Makes the cluster beside its place and moves it there whole: a start cut off half-way leaves nothing to trip over. */
export const ensureCluster = async (cluster: NewCluster): Promise<void> => {
  const version = await versionOf(cluster.folder)
  if (version === String(major)) return
  if (version !== undefined)
    throw new BootFailure(
      `The data in ${cluster.folder} was written by PostgreSQL ${version} and this release runs ${major}; set DATA_DIR to another folder, or move the data with the release that wrote it.`,
    )
  const draft = `${cluster.folder}.${randomBytes(4).toString('hex')}`
  try {
    await initialise(draft, cluster)
    await rename(draft, cluster.folder).catch(async (error) => {
      // Another first start was quicker; its cluster has the same password, kept beside it.
      if ((await versionOf(cluster.folder)) === undefined) throw error
    })
  } catch (error) {
    throw folderFailure(cluster.folder, error)
  } finally {
    await rm(draft, { recursive: true, force: true })
    await rm(`${draft}.password`, { force: true })
  }
}
