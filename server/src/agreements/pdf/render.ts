import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import type PdfFile from 'pdfkit'
import type { Block, DocumentContent, SignedLine } from '@common-table/shared/agreements/document'
import { documentBlocks, signatureBlocks } from '@common-table/shared/agreements/document-blocks'
import { documentWord } from '@common-table/shared/agreements/document-words'
import { fontFiles } from './fonts.ts'
import { writeBlocks } from './write-blocks.ts'

/** Loaded with the first document: no start should wait for it. */
const pdfFile = () => createRequire(import.meta.url)('pdfkit') as typeof PdfFile

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** What the file says about itself. */
type About = Pick<DocumentContent, 'language' | 'title' | 'districtName'>

interface Sheet {
  content: About
  /** When the file says it was made: a moment of the content, never the clock. */
  made: Date
  pages: readonly (readonly Block[])[]
  attached?: { name: string; bytes: Buffer; made: Date }
}

/**
 * The same content always makes the same bytes: every date comes from the content, nothing is compressed (so no version of
 * a compressor matters), and pdfkit derives the file's id from its title and date.
 */
const render = ({ content, made, pages, attached }: Sheet): Promise<Buffer> =>
  new Promise((done, failed) => {
    const { language, title } = content
    const pdf = new (pdfFile())({
      size: 'LETTER',
      margins: { top: 64, bottom: 64, left: 64, right: 64 },
      pdfVersion: '1.7',
      lang: language,
      tagged: true,
      displayTitle: true,
      compress: false,
      bufferPages: true,
      info: {
        Title: title,
        Author: content.districtName,
        Producer: 'Common Table',
        Creator: 'Common Table',
        CreationDate: made,
        ModDate: made,
      },
    })
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => done(Buffer.concat(chunks)))
    pdf.on('error', failed)
    pdf.registerFont('text', fontFiles().text)
    pdf.registerFont('bold', fontFiles().bold)
    const document = pdf.struct('Document')
    pdf.addStructure(document)
    for (const [at, blocks] of pages.entries()) {
      if (at > 0) pdf.addPage()
      writeBlocks(pdf, document, blocks)
    }
    document.end()
    if (attached)
      pdf.file(attached.bytes, {
        name: attached.name,
        type: 'application/pdf',
        creationDate: attached.made,
        modifiedDate: attached.made,
      })
    numberPages(pdf, content)
    pdf.end()
  })

const numberPages = (pdf: InstanceType<typeof PdfFile>, { title, language }: About): void => {
  const { start, count } = pdf.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    pdf.switchToPage(at)
    // Below the margin, where text would begin another page.
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf
      .font('text')
      .fontSize(8)
      .fillColor('#5a6272')
      .text(
        `${title} · ${documentWord('page', language, { page: at + 1, pages: count })}`,
        64,
        pdf.page.height - 40,
        { width: pdf.page.width - 128, align: 'center', lineBreak: false },
      )
    pdf.endMarkedContent()
  }
}

/** A document of other words than an agreement's: the same paper, letters and tags. */
export const renderPages = (about: About, made: Date, blocks: readonly Block[]): Promise<Buffer> =>
  render({ content: about, made, pages: [blocks] })

/** The document that is put before the signers. */
export const renderIssued = (content: DocumentContent): Promise<Buffer> =>
  render({ content, made: new Date(content.issuedAt), pages: [documentBlocks(content)] })

/** The same pages with the signature page, and the document as it was shown attached to it, byte by byte. */
export const renderSigned = async (
  content: DocumentContent,
  signatures: readonly SignedLine[],
): Promise<Buffer> => {
  const issued = await renderIssued(content)
  const last =
    signatures
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? content.issuedAt
  return render({
    content,
    made: new Date(last),
    pages: [documentBlocks(content), signatureBlocks(content, sha256Of(issued), signatures)],
    attached: { name: 'as-shown.pdf', bytes: issued, made: new Date(content.issuedAt) },
  })
}
