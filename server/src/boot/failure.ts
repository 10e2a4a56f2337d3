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
