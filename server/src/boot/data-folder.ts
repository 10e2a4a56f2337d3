import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { folderFailure } from './failure.ts'

/** The repository (or the image's copy of it). */
export const home = join(import.meta.dirname, '..', '..', '..')

/** The data folder, made when missing and proven to take a file; relative paths start at the repository, wherever the command was given. */
export const readyDataFolder = async (dataDir: string): Promise<string> => {
  const folder = resolve(home, dataDir)
  const trial = join(folder, `.trial-${process.pid}`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
    // A few kilobytes: an empty file can be made on a disk that is full.
    await writeFile(trial, ' '.repeat(16_384))
  } catch (error) {
    throw folderFailure(folder, error)
  } finally {
    await rm(trial, { force: true }).catch(() => undefined)
  }
  return folder
}
