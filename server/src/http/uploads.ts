import type { FastifyRequest } from 'fastify'
import { documentType } from '@common-table/shared/files/document-type'
import type { FileStore } from '../files/file-store.ts'
import { ProblemError } from '@common-table/shared/contract/problem'
import { refusal } from '@common-table/shared/contract/refusals'

export interface ReceivedFile {
  name: string
  mediaType: string
  sha256: string
  sizeBytes: number
  stream: NodeJS.ReadableStream
}

export interface UploadRule {
  limitBytes: number
  /** Only what a document can be, judged by its first bytes. */
  documentsOnly: boolean
}

/** The one file of a multipart request, on disk before the handler's transaction opens: a slow line holds nothing up. */
export const receiveFile = async (
  request: FastifyRequest,
  files: FileStore,
  { limitBytes, documentsOnly }: UploadRule,
): Promise<ReceivedFile> => {
  if (!request.isMultipart())
    throw new ProblemError(
      'unsupported-media-type',
      'Send the file as multipart/form-data, in a part named file.',
    )
  const part = await request.file().catch(() => undefined)
  if (!part || part.fieldname !== 'file')
    throw new ProblemError('invalid-input', 'Send the file in a part named file.')
  let mediaType = part.mimetype
  const judge = (head: Buffer): void => {
    if (!documentsOnly) return
    mediaType = documentType(head) ?? notADocument(head)
  }
  const { sha256, sizeBytes } = await files.keep(part.file, limitBytes, judge).catch((error: unknown) => {
    throw documentsOnly && error instanceof ProblemError && error.code === 'too-large'
      ? refusal('document-too-large', { detail: `${error.message} Save it smaller, or photograph it again.` })
      : error
  })
  if (part.file.truncated)
    throw new ProblemError('too-large', `Files can have at most ${Math.floor(limitBytes / 1_000_000)} MB.`)
  return {
    name: baseName(part.filename),
    mediaType,
    sha256,
    sizeBytes,
    get stream() {
      return files.open(sha256)
    },
  }
}

const notADocument = (head: Buffer): never => {
  throw refusal(head.length === 0 ? 'empty-document' : 'not-a-document')
}

/** A file name as shown to people; never used as a path. */
const baseName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'file'
