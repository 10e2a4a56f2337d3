import { chown, open, readFile, rename, stat } from 'node:fs/promises'
import type { Account } from './account.ts'

const full = 10 * 1024 * 1024

/** Readies the server's log for the account that writes it; a long one makes room once. Returns where new lines begin. */
export const readyLog = async (path: string, { uid, gid }: Account): Promise<number> => {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > full) await rename(path, `${path}.old`)
  await (await open(path, 'a', 0o600)).close()
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
  return size > full ? 0 : size
}

/** What was written to the log since this place. */
export const linesSince = async (path: string, start: number): Promise<string> =>
  (await readFile(path).catch(() => Buffer.alloc(0))).subarray(start).toString('utf8')
