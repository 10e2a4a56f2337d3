import { statfs } from 'node:fs/promises'

/** A start that cannot go on: the message is one sentence (or two) that says what happened and what to do. Shown without a stack. */
export class BootFailure extends Error {
  override name = 'BootFailure'
}

/** The operating system's code of an error (`ENOSPC`, `EACCES`, …), or an empty string. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const reasons: Record<string, string> = {
  ENOSPC: 'The disk holding {path} is full; free some space and start again.',
  EDQUOT: 'The disk quota for {path} is used up; free some space and start again.',
  EROFS: '{path} is on a read-only disk; set DATA_DIR to a folder that can be written.',
  EACCES: '{path} cannot be written by this account; set DATA_DIR to a folder that can, or change its owner.',
  EPERM: '{path} cannot be written by this account; set DATA_DIR to a folder that can, or change its owner.',
  ENOTDIR: '{path} is not a folder; set DATA_DIR to one.',
  EEXIST: '{path} is not a folder; set DATA_DIR to one.',
}

/** The sentence for a failed write below `path`, or the error itself when it is none of the expected ones. */
export const folderFailure = (path: string, error: unknown): unknown => {
  const reason = reasons[codeOf(error)]
  return reason ? new BootFailure(reason.replace('{path}', path), { cause: error }) : error
}

/** PostgreSQL writes its log in pieces of 16 MB and needs room for the next one: with less than two it gives up. */
const tooLittle = 32 * 1024 * 1024

const saysFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', '53100'].includes(codeOf(error)) ||
  (error instanceof Error && error.cause !== undefined && saysFull(error.cause))

/**
 * The sentence for a start that broke off because the disk filled up under it, whoever said so first: a route that the
 * seed asked answers only that the database is away. Any other error is given back as it is.
 */
export const fullDisk = async (folder: string, error: unknown, needed = tooLittle): Promise<unknown> => {
  if (error instanceof BootFailure) return error
  const room = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => Infinity,
  )
  if (!saysFull(error) && room > needed) return error
  return folderFailure(
    folder,
    Object.assign(new Error('No space is left.', { cause: error }), { code: 'ENOSPC' }),
  )
}
