import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, folderFailure } from './failure.ts'

/** Letters and digits that cannot be mistaken for one another when read aloud or typed from a screen. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A random password of `length` characters; 20 of them hold 99 bits. */
export const randomPassword = (length = 20): string => {
  let password = ''
  while (password.length < length)
    for (const byte of randomBytes(length)) {
      // Bytes past the last whole multiple of the alphabet would make its first letters likelier.
      if (byte < 248 && password.length < length) password += alphabet[byte % 31]
    }
  return password
}

const read = async (path: string): Promise<string | undefined> => {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

const draftOf = async (path: string, secret: string): Promise<string> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${secret}\n`, { mode: 0o600 })
  await chmod(draft, 0o600)
  return draft
}

/** The secret kept under this name, when there is one. */
export const findSecret = (dataDir: string, name: string): Promise<string | undefined> =>
  read(join(dataDir, 'secrets', name))

/** Keeps this secret under this name, instead of any before it. */
export const replaceSecret = async (dataDir: string, name: string, secret: string): Promise<void> => {
  const path = join(dataDir, 'secrets', name)
  try {
    await rename(await draftOf(path, secret), path)
  } catch (error) {
    throw folderFailure(path, error)
  }
}

/** The secret kept under this name in the data folder, made on first use, readable by this account only. */
export const keptSecret = async (
  dataDir: string,
  name: string,
  make: () => string = randomPassword,
): Promise<string> => {
  const path = join(dataDir, 'secrets', name)
  try {
    const kept = await read(path)
    if (kept) return kept
    const draft = await draftOf(path, make())
    // A link either makes the whole file or finds another process's: two first starts agree on one secret.
    await link(draft, path)
      .catch((error) => (codeOf(error) === 'EEXIST' ? undefined : rename(draft, path)))
      .finally(() => rm(draft, { force: true }))
    return (await read(path)) ?? ''
  } catch (error) {
    throw folderFailure(path, error)
  }
}
