import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { TableProblem } from './table-problem.ts'

export type XmlHandlers = {
  open?: (name: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

// A part with this much text and no tag in it is no sheet, and would be held in memory whole.
const longestTagless = 8 * 1024 * 1024

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML piece by piece and hands on what the handlers have put into `found`, so that reading can pause. Entities a
 * document defines are not expanded, nothing outside it is loaded, and namespace prefixes are left out.
 */
export async function* xmlEvents<T>(
  chunks: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
  found: T[],
): AsyncGenerator<T[]> {
  const parser = new SaxesParser()
  const decoder = new StringDecoder('utf8')
  let tagless = 0
  parser.on('error', (cause) => {
    throw new TableProblem(
      'broken_workbook',
      'The workbook is damaged. Open it in a spreadsheet program, save it again and send it.',
      {
        cause,
      },
    )
  })
  parser.on('opentag', (tag) => {
    tagless = 0
    handlers.open?.(localName(tag.name), tag.attributes)
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  parser.on('closetag', (tag) => {
    tagless = 0
    handlers.close?.(localName(tag.name))
  })
  for await (const chunk of chunks) {
    tagless += chunk.length
    if (tagless > longestTagless)
      throw new TableProblem(
        'zip_bomb',
        'The workbook holds a text far longer than a cell can. Save the sheet as CSV and send that.',
      )
    parser.write(decoder.write(chunk))
    if (found.length > 0) yield found.splice(0)
  }
  parser.write(decoder.end())
  parser.close()
  if (found.length > 0) yield found.splice(0)
}

/** Reads a small XML part to its end. */
export const readXml = async (chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> => {
  await xmlEvents(chunks, handlers, []).next()
}
