import { Readable } from 'node:stream'
import { withoutMetadata, type CleanPicture } from '@common-table/shared/files/without-metadata'
import { refusal } from '@common-table/shared/contract/refusals'
import type { ReceivedFile } from '../http/uploads.ts'
import type { Services } from '../http/services.ts'

const most = 5_000_000

/** The picture without what the camera wrote into it, kept; what cannot be cleaned is refused. */
export const cleanPhoto = async (
  { files }: Services,
  file: ReceivedFile,
): Promise<{ picture: CleanPicture; sha256: string }> => {
  const chunks: Buffer[] = []
  for await (const chunk of file.stream) chunks.push(chunk as Buffer) // a file store's stream gives buffers
  const picture = withoutMetadata(Buffer.concat(chunks))
  if (!picture) throw refusal('photo-unsafe')
  const { sha256 } = await files.keep(Readable.from([Buffer.from(picture.bytes)]), most)
  return { picture, sha256 }
}
