import type { FastifyRequest } from 'fastify'
import type { FileStore } from '../files/file-store.ts'
import { ProblemError } from '@common-table/shared/contract/problem'

export interface ReceivedFile {
  name: string
  mediaType: string
  sha256: string
  sizeBytes: number
  stream: NodeJS.ReadableStream
}

/** The one file of a multipart request, on disk before the handler's transaction opens: a slow line holds nothing up. */
export const receiveFile = async (
  request: FastifyRequest,
  files: FileStore,
  limitBytes: number,
): Promise<ReceivedFile> => {
  if (!request.isMultipart())
    throw new ProblemError(
      'unsupported-media-type',
      'Send the file as multipart/form-data, in a part named file.',
    )
  const part = await request.file().catch(() => undefined)
  if (!part || part.fieldname !== 'file')
    throw new ProblemError('invalid-input', 'Send the file in a part named file.')
  const { sha256, sizeBytes } = await files.keep(part.file, limitBytes)
  if (part.file.truncated)
    throw new ProblemError('too-large', `Files can have at most ${Math.floor(limitBytes / 1_000_000)} MB.`)
  return {
    name: baseName(part.filename),
    mediaType: part.mimetype,
    sha256,
    sizeBytes,
    get stream() {
      return files.open(sha256)
    },
  }
}

/** A file name as shown to people; never used as a path. */
const baseName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'file'
