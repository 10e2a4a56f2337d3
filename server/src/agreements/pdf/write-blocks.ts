import type PdfFile from 'pdfkit'
import type { Block } from '@common-table/shared/agreements/document'

type Pdf = InstanceType<typeof PdfFile>
/** A structure element of the document; pdfkit's types know it only by this way. */
type Element = ReturnType<Pdf['struct']>

const sizes = { title: 20, heading: 13.5, subheading: 11, paragraph: 10, note: 9 } as const
const tags = { title: 'H1', heading: 'H2', subheading: 'H3', paragraph: 'P', note: 'P' } as const
const space = { title: 6, heading: 12, subheading: 7, paragraph: 4, note: 4 } as const
const ink = '#1f2430'
const quiet = '#5a6272'

/** A heading stays with the lines that follow it. */
const roomFor = (pdf: Pdf, points: number): void => {
  if (pdf.y + points > pdf.page.height - pdf.page.margins.bottom) pdf.addPage()
}

const line = (pdf: Pdf, kind: keyof typeof sizes, text: string): void => {
  const strong = kind === 'title' || kind === 'heading' || kind === 'subheading'
  pdf
    .font(strong ? 'bold' : 'text')
    .fontSize(sizes[kind])
    .fillColor(kind === 'note' ? quiet : ink)
    .text(text, { lineGap: 2 })
}

const item = (pdf: Pdf, text: string): void => {
  const { left } = pdf.page.margins
  pdf.font('text').fontSize(sizes.paragraph).fillColor(ink)
  roomFor(pdf, 16)
  const { y } = pdf
  pdf.text('•', left + 4, y, { lineBreak: false })
  pdf.text(text, left + 16, y, { lineGap: 2 })
  pdf.x = left
  pdf.moveDown(0.25)
}

const fact = (pdf: Pdf, name: string, value: string): void => {
  roomFor(pdf, 16)
  pdf.font('bold').fontSize(sizes.paragraph).fillColor(ink)
  pdf.text(`${name}: `, { continued: true, lineGap: 2 }).font('text').text(value)
  pdf.moveDown(0.15)
}

/** Writes blocks below each other and tags them, so that a screen reader reads headings, lists and text as such. */
export const writeBlocks = (pdf: Pdf, document: Element, blocks: readonly Block[]): void => {
  for (const block of blocks) {
    if (block.kind === 'list') {
      const list = pdf.struct('L')
      document.add(list)
      for (const text of block.items)
        list.add(pdf.struct('LI', {}, [pdf.struct('LBody', {}, () => item(pdf, text))]))
      list.end()
    } else if (block.kind === 'facts')
      for (const [name, value] of block.facts) document.add(pdf.struct('P', {}, () => fact(pdf, name, value)))
    else {
      if (block.kind === 'heading' || block.kind === 'subheading') roomFor(pdf, 60)
      pdf.y += space[block.kind]
      document.add(pdf.struct(tags[block.kind], {}, () => line(pdf, block.kind, block.text)))
      pdf.y += 2
    }
  }
}
