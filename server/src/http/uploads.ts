import type { FastifyRequest } from 'fastify'
import { ProblemError } from '@common-table/shared/contract/problem'

export interface ReceivedFile {
  name: string
  mediaType: string
  stream: NodeJS.ReadableStream
}

/** The one file of a multipart request. Its bytes are still on their way: the handler streams them into the store. */
export const receiveFile = async (request: FastifyRequest): Promise<ReceivedFile> => {
  if (!request.isMultipart())
    throw new ProblemError(
      'unsupported-media-type',
      'Send the file as multipart/form-data, in a part named file.',
    )
  const part = await request.file().catch(() => undefined)
  if (!part || part.fieldname !== 'file')
    throw new ProblemError('invalid-input', 'Send the file in a part named file.')
  return { name: baseName(part.filename), mediaType: part.mimetype, stream: part.file }
}

/** A file name as shown to people; never used as a path. */
const baseName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{Cc}/gu, '').slice(0, 200) || 'file'
