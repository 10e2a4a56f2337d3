import { createHash } from 'node:crypto'
import { readdirSync, statSync, type Dirent } from 'node:fs'
import { join } from 'node:path'

const entriesOf = (path: string): Dirent[] | undefined => {
  try {
    return readdirSync(path, { withFileTypes: true, recursive: true })
  } catch {
    return undefined // a file, or nothing
  }
}

/** Every file of a folder, or the file itself. */
export const filesIn = (path: string): string[] =>
  entriesOf(path)
    ?.filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)) ?? [path]

/**
 * A digest of every file by place, size and time of change: a hundredth of what reading them takes. It tells that nothing
 * changed here since it was taken; after a clone or a copy it differs, and who asks looks closer.
 */
export const fileTimes = (paths: readonly string[]): string => {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesIn).sort()) {
    const found = statSync(file, { throwIfNoEntry: false })
    hash.update(`${file}\0${found?.size}\0${found?.mtimeMs}\0`)
  }
  return hash.digest('hex')
}
