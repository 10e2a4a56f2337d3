import { Readable } from 'node:stream'
import { rasterType } from '@common-table/shared/district/raster-picture'
import { refusal } from '@common-table/shared/contract/refusals'
import type { Db } from '../db/db.ts'
import { statement } from '../db/statement.ts'
import type { FileStore } from '../files/file-store.ts'
import type { ReceivedFile } from '../http/uploads.ts'

const logoLimit = 1_000_000

const current = statement<{ mediaType: string; sha256: string }>(`select f.media_type as "mediaType", f.sha256
  from districts d join files f on f.district_id = d.id and f.id = d.logo_file_id where d.id = app_district()`)

const place = statement(`with kept as (
    insert into files (district_id, name, media_type, size_bytes, sha256, created_by)
    values (app_district(), $1, $2, $3, $4, $5) returning id
  )
  update districts set logo_file_id = (select id from kept) where id = app_district()`)

const clear = statement(
  'update districts set logo_file_id = null where id = app_district() and logo_file_id is not null',
)

const read = async (file: ReceivedFile): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of file.stream) {
    size += (chunk as Buffer).length
    if (size <= logoLimit) chunks.push(chunk as Buffer)
  }
  if (size > logoLimit) throw refusal('logo-too-large')
  return Buffer.concat(chunks)
}

/** Keeps the picture as the district's logo, if it is one. */
export const keepLogo = async (
  db: Db,
  files: FileStore,
  file: ReceivedFile,
  personId: string | null,
): Promise<void> => {
  const bytes = await read(file)
  const type = rasterType(bytes)
  if (!type) throw refusal('not-a-picture')
  const { sha256, sizeBytes } = await files.keep(Readable.from([bytes]), logoLimit)
  await db.run(place, [file.name, type, sizeBytes, sha256, personId])
}

export const logoOf = (db: Db) => db.one(current)
export const clearLogo = (db: Db) => db.run(clear)
