import type { Archive } from './archive.ts'
import { builtInFormat, kindOfFormat, type FormatKind } from './number-formats.ts'
import { spreadsheetText } from './spreadsheet-text.ts'
import type { TableLimits } from './table.ts'
import { TableProblem } from './table-problem.ts'
import { readXml } from './xml-events.ts'

export type Sheet = { name: string; part: string; visible: boolean }
export type Workbook = { sheets: Sheet[]; date1904: boolean }

const folder = 'xl/'

/** A relation's target as the name of a part: relative to the workbook, or from the root. */
const partName = (target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of (folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const relations = async (archive: Archive): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  await readXml(await archive.read('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target, TargetMode }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined && TargetMode !== 'External')
        found.set(Id, partName(Target))
    },
  })
  return found
}

/** The sheets of a workbook and how it counts days. */
export const readWorkbook = async (archive: Archive): Promise<Workbook> => {
  const related = await relations(archive)
  const sheets: Sheet[] = []
  let date1904 = false
  await readXml(await archive.read('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      const part = related.get(relation ?? '')
      if (part !== undefined && archive.has(part))
        sheets.push({
          name: attributes['name'] ?? '',
          part,
          visible: (attributes['state'] ?? 'visible') === 'visible',
        })
    },
  })
  return { sheets, date1904 }
}

/** For each cell style, whether it shows numbers as dates, times or percentages. */
export const readStyles = async (archive: Archive): Promise<FormatKind[]> => {
  if (!archive.has('xl/styles.xml')) return []
  const custom = new Map<number, FormatKind>()
  const styles: FormatKind[] = []
  let inCells = false
  await readXml(await archive.read('xl/styles.xml'), {
    open: (name, attributes) => {
      if (name === 'numFmt')
        custom.set(Number(attributes['numFmtId']), kindOfFormat(attributes['formatCode'] ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const format = Number(attributes['numFmtId'])
      styles.push(custom.get(format) ?? builtInFormat(format))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** The texts cells refer to by number. They are held in memory, and so limited. */
export const readSharedTexts = async (archive: Archive, limits: TableLimits): Promise<string[]> => {
  if (!archive.has('xl/sharedStrings.xml')) return []
  const texts: string[] = []
  let held = 0
  let text = ''
  let reading = false
  let phonetic = false
  await readXml(await archive.read('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic = true
      reading = name === 't' && !phonetic
    },
    text: (piece) => {
      if (reading) text += piece
    },
    close: (name) => {
      if (name === 't') reading = false
      if (name === 'rPh') phonetic = false
      if (name !== 'si') return
      held += text.length + 16
      if (held > limits.sharedTextBytes)
        throw new TableProblem(
          'zip_bomb',
          'The workbook holds more text than can be read at once. Save the sheet as CSV and send that.',
        )
      texts.push(spreadsheetText(text))
    },
  })
  return texts
}
