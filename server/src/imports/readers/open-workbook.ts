import { stat } from 'node:fs/promises'
import { openArchive, type Archive } from './archive.ts'
import { readHeader } from './header.ts'
import { rowMaker } from './rows.ts'
import { formulaNotes, sheetListener, type SheetRow } from './sheet-rows.ts'
import type { OpenOptions, Table, TableLimits, TableRow } from './table.ts'
import { TableProblem } from './table-problem.ts'
import { readSharedTexts, readStyles, readWorkbook, type Sheet } from './workbook-parts.ts'
import { xmlEvents } from './xml-events.ts'

// Far enough to meet the directory that names the parts.
const directoryBytes = 4 * 1024 * 1024

/** What to say of a compound file: a workbook under a password, or one of the format before 2007. */
export const refuseCompound = async (chunks: AsyncIterable<Uint8Array>): Promise<TableProblem> => {
  const mark = Buffer.from('EncryptedPackage', 'utf16le')
  let tail = Buffer.alloc(0)
  let seen = 0
  for await (const chunk of chunks) {
    const text = Buffer.concat([tail, chunk])
    if (text.includes(mark))
      return new TableProblem(
        'encrypted_workbook',
        'The workbook is protected by a password. Save it without one and send it again.',
      )
    tail = Buffer.from(text.subarray(-mark.length))
    seen += chunk.length
    if (seen > directoryBytes) break
  }
  return new TableProblem(
    'old_workbook',
    'This is a workbook of the format before 2007 (.xls). Save it as .xlsx or CSV and send that.',
  )
}

const refuseOthers = async (archive: Archive): Promise<void> => {
  if (!archive.has('xl/workbook.xml') || !archive.has('xl/_rels/workbook.xml.rels'))
    throw new TableProblem(
      'not_a_workbook',
      'The file is an archive, but not an XLSX workbook. Save the table as .xlsx or CSV and send that.',
    )
  let kinds = ''
  if (archive.has('[Content_Types].xml'))
    for await (const chunk of await archive.read('[Content_Types].xml'))
      kinds = (kinds + chunk.toString('latin1')).slice(0, 100_000)
  if (/macroEnabled/i.test(kinds) || archive.names().some((name) => /vbaProject\.bin$/i.test(name)))
    throw new TableProblem(
      'macro_workbook',
      'The workbook holds macros (.xlsm), which are not accepted. Save it as .xlsx and send that.',
    )
}

const chooseSheet = (sheets: readonly Sheet[], wanted: string | undefined): Sheet => {
  const sheet =
    wanted === undefined
      ? (sheets.find(({ visible }) => visible) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted)
  if (sheet !== undefined) return sheet
  const names = sheets.map(({ name }) => `“${name}”`).join(', ')
  throw new TableProblem(
    'no_such_sheet',
    wanted === undefined
      ? 'The workbook has no sheet.'
      : `The workbook has no sheet “${wanted}”. It has ${names}.`,
  )
}

async function* readSheet(
  archive: Archive,
  sheet: Sheet,
  date1904: boolean,
  limits: TableLimits,
): AsyncGenerator<SheetRow[]> {
  const sharedTexts = await readSharedTexts(archive, limits)
  const context = { sharedTexts, styles: await readStyles(archive), date1904 }
  const rows: SheetRow[] = []
  yield* xmlEvents(await archive.read(sheet.part), sheetListener(rows, context, limits), rows)
}

/** Opens a sheet of an XLSX workbook: the one named, else the first that is visible. */
export const openWorkbook = async (
  path: string,
  options: OpenOptions,
  limits: TableLimits,
  release: () => Promise<void>,
): Promise<Table> => {
  const { size } = await stat(path)
  if (size > limits.bytes)
    throw new TableProblem(
      'file_too_large',
      `The file is larger than ${Math.round(limits.bytes / 1024 / 1024)} MB. Split it and import the parts one after another.`,
    )
  const archive = await openArchive(path, limits)
  const close = async (): Promise<void> => {
    archive.close()
    await release()
  }
  try {
    await refuseOthers(archive)
    const { sheets, date1904 } = await readWorkbook(archive)
    const sheet = chooseSheet(sheets, options.sheet)
    const pieces = readSheet(archive, sheet, date1904, limits)
    const pending: SheetRow[] = []
    let first = -1
    while (first < 0) {
      const next = await pieces.next()
      if (next.done === true)
        throw new TableProblem(
          'empty_file',
          `The sheet “${sheet.name}” is empty. Fill in a row of column names and the records below it.`,
        )
      pending.splice(0, pending.length, ...next.value)
      first = pending.findIndex((row) => row.cells.some((cell) => cell.trim() !== ''))
    }
    const head = pending[first]
    const { header, warnings } = readHeader(head?.cells ?? [], limits, head?.line ?? 1)
    const makeRow = rowMaker(header.length, limits)
    const batchRows = options.batchRows ?? 1000

    async function* batches(): AsyncGenerator<TableRow[]> {
      const batch: TableRow[] = []
      const take = (rows: readonly SheetRow[]): void => {
        for (const row of rows) {
          // A sheet has no cells after the last filled one: a short row is not a ragged one.
          const cells = [
            ...row.cells,
            ...Array<string>(Math.max(0, header.length - row.cells.length)).fill(''),
          ]
          const made = makeRow({ line: row.line, cells, broken: false }, ...formulaNotes(row, header.length))
          if (made !== undefined) batch.push(made)
        }
      }
      try {
        take(pending.splice(0).slice(first + 1))
        for await (const rows of pieces) {
          take(rows)
          while (batch.length >= batchRows) yield batch.splice(0, batchRows)
        }
        if (batch.length > 0) yield batch
      } finally {
        await close()
      }
    }
    const names = sheets.map(({ name }) => name)
    return {
      kind: 'xlsx',
      header,
      warnings,
      sheet: sheet.name,
      sheets: names,
      bytesRead: () => size,
      close,
      [Symbol.asyncIterator]: batches,
    }
  } catch (problem) {
    archive.close()
    throw problem
  }
}
