import { rasterType, type RasterType } from '../district/raster-picture.ts'

export type DocumentType = RasterType | 'application/pdf'

/**
 * The kind of a document, by its first bytes and never by its name; undefined for everything else. A PDF begins with `%PDF-`
 * (ISO 32000-2, 7.5.2).
 */
export const documentType = (bytes: Uint8Array): DocumentType | undefined =>
  [...'%PDF-'].every((letter, at) => bytes[at] === letter.charCodeAt(0))
    ? 'application/pdf'
    : rasterType(bytes)
