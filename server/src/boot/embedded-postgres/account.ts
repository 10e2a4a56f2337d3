import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { BootFailure } from '../failure.ts'

const run = promisify(execFile)

/** The account PostgreSQL's programs run as; empty when it is the one we run as already. */
export interface Account {
  readonly uid?: number
  readonly gid?: number
  readonly name: string
}

const numberOf = async (flag: '-u' | '-g', name: string): Promise<number | undefined> => {
  const { stdout } = await run('id', [flag, name]).catch(() => ({ stdout: '' }))
  return stdout.trim() === '' ? undefined : Number(stdout)
}

const ownerOf = async (folder: string): Promise<Account | undefined> => {
  const found = await stat(folder).catch(() => undefined)
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid, name: `uid ${found.uid}` } : undefined
}

/**
 * PostgreSQL refuses to run as root. Root lends its programs to whoever owns the data already,
 * else to an unprivileged account that exists: no account is ever created.
 */
export const accountFor = async (clusterFolder: string): Promise<Account> => {
  if (process.getuid?.() !== 0) return { name: 'this account' }
  const owner = await ownerOf(clusterFolder)
  if (owner) return owner
  for (const name of ['postgres', 'nobody']) {
    const uid = await numberOf('-u', name)
    const gid = await numberOf('-g', name)
    if (uid && gid) return { uid, gid, name }
  }
  throw new BootFailure(
    'PostgreSQL does not run as root and this system has neither the account "postgres" nor "nobody"; start as an ordinary user, or set DATABASE_URL.',
  )
}

/** Whether the account can enter this folder: every parent must let it through. */
export const canEnter = async (account: Account, folder: string): Promise<boolean> => {
  if (account.uid === undefined) return true
  return run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], identity(account)).then(
    () => true,
    () => false,
  )
}

/** What `spawn` needs to run as the account, from a folder everybody can stand in. */
export const identity = (account: Account): { uid?: number; gid?: number; cwd?: string } =>
  account.uid === undefined || account.gid === undefined
    ? {}
    : { uid: account.uid, gid: account.gid, cwd: '/' }
