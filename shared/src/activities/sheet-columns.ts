import type { Term } from '../vocabulary/terms.ts'
import { fourCs, peopleKinds } from './vocabulary.ts'

interface SheetColumn extends Term {
  /** What else a spreadsheet may call it. */
  readonly also?: readonly string[]
}
/** The columns of activities that are typed or pasted as rows, in their usual order. */
export const sheetColumns = [
  { code: 'day', en: 'Day', es: 'Día', also: ['date', 'fecha', 'when'] },
  { code: 'title', en: 'What', es: 'Qué', also: ['activity', 'title', 'actividad', 'name'] },
  { code: 'school', en: 'School', es: 'Escuela', also: ['site'] },
  { code: 'service', en: 'Service', es: 'Servicio', also: ['program', 'programa'] },
  { code: 'planned', en: 'Sessions planned', es: 'Sesiones planificadas', also: ['planned', 'planificadas'] },
  {
    code: 'delivered',
    en: 'Sessions held',
    es: 'Sesiones realizadas',
    also: ['held', 'delivered', 'realizadas'],
  },
  ...peopleKinds,
  ...fourCs.map(({ code, en, es }) => ({ code, en, es })),
  { code: 'audiences', en: 'For whom', es: 'Para quién', also: ['audience', 'audiences'] },
  { code: 'epstein', en: 'Epstein type', es: 'Tipo de Epstein', also: ['type'] },
  { code: 'languages', en: 'Languages', es: 'Idiomas', also: ['language', 'idioma'] },
  { code: 'setting', en: 'Setting', es: 'Lugar y horario', also: ['where'] },
  { code: 'minutes', en: 'Minutes', es: 'Minutos', also: ['minutes each', 'duration'] },
  { code: 'note', en: 'Note', es: 'Nota', also: ['notes', 'notas'] },
] as const satisfies readonly SheetColumn[]
export type SheetColumnCode = (typeof sheetColumns)[number]['code']
export type SheetRow = Readonly<Partial<Record<SheetColumnCode, string>>>

export const sheetLimit = 300
const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ')

/** The column a spreadsheet's heading means. */
export const columnFor = (heading: string): SheetColumnCode | undefined =>
  (sheetColumns as readonly SheetColumn[]).find(({ code, en, es, also = [] }) =>
    [code, en, es, ...also].some((name) => plain(name) === plain(heading)),
  )?.code as SheetColumnCode | undefined // the codes of this very list

/** Cells as a spreadsheet puts them on the clipboard: tabs between, a line each, quotes around what holds either. */
export const pastedCells = (text: string): string[][] => {
  const rows: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const [letter, row] = [text[at]!, rows.at(-1)!] // inside the text; there is always a row
    const cell = row.length - 1
    if (quoted) {
      if (letter !== '"') row[cell] += letter
      else if (text[at + 1] === '"') row[cell] += text[++at]!
      else quoted = false
    } else if (letter === '"' && row[cell] === '') quoted = true
    else if (letter === '\t') row.push('')
    else if (letter === '\n') rows.push([''])
    else if (letter !== '\r') row[cell] += letter
  }
  return rows.filter((row) => row.some((cell) => cell.trim() !== ''))
}

/**
 * What was pasted as rows of the sheet. Headings are recognized in either language; without any, the cells are taken in the
 * order of `columns`.
 */
export const pastedRows = (text: string, columns: readonly SheetColumnCode[]): SheetRow[] => {
  const cells = pastedCells(text)
  const headings = (cells[0] ?? []).map(columnFor)
  const headed = headings.filter(Boolean).length >= 2
  const order = headed ? headings : columns
  return cells.slice(headed ? 1 : 0).map((row) =>
    Object.fromEntries(
      row.flatMap((cell, at) => {
        const column = order[at]
        return column && cell.trim() !== '' ? [[column, cell.trim()] as const] : []
      }),
    ),
  )
}
