import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ProblemError } from '@common-table/shared/contract/problem'
import type { FileStore } from '../files/file-store.ts'
import type { StoredDocument } from './documents-queries.ts'
import { renderIssued, renderSigned, sha256Of } from './pdf/render.ts'

/** No document of ours comes near this. */
const limitBytes = 50_000_000

export const keepBytes = async (files: FileStore, bytes: Buffer) =>
  files.keep(Readable.from([bytes]), limitBytes)

/**
 * The exact bytes of a document: from disk where they are whole, else made again from what it says. Bytes with another
 * fingerprint never leave.
 */
export const bytesOf = async (
  files: FileStore,
  { sha256, kind, content, signatures }: StoredDocument,
): Promise<Buffer> => {
  if (await files.has(sha256)) {
    const kept = await buffer(files.open(sha256))
    if (sha256Of(kept) === sha256) return kept
  }
  const again = await (kind === 'signed' ? renderSigned(content, signatures) : renderIssued(content))
  if (sha256Of(again) !== sha256)
    throw new ProblemError(
      'unexpected',
      'The file of this document is damaged and could not be made again. Restore it from a backup of the files.',
    )
  await keepBytes(files, again)
  return again
}
