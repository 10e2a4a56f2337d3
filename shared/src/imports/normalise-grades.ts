import { foldText } from '../matching/text.ts'

/** The grades in order, as US schools name them; "UG" is ungraded. */
export const grades = [
  'PK',
  'K',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  'UG',
] as const
export type Grade = (typeof grades)[number]

export type GradeReading = {
  grades: Grade[]
  /** Set when the cell speaks of ages; `to` is absent for "18 and up". */
  ages?: { from: number; to?: number }
  audience?: 'adults' | 'seniors' | 'all'
  warnings: ('spreadsheet_date' | 'unclear_grades')[]
}

const last = grades.indexOf('12')
const span = (from: number, to: number): Grade[] => (from <= to ? grades.slice(from, to + 1) : [])
// Bands as New York's youth department and the NCES use them.
const bands: [RegExp, number, number][] = [
  [/\belem(entary)?\b|\bprimary\b|^es$|\bes\b/, 1, 6],
  [/\bmiddle\b|\bms\b|\bjunior high\b|\bintermediate\b/, 7, 9],
  [/\bhigh\b|\bhs\b|\bsecondary\b/, 10, last],
]

const position = (word: string): number => {
  const plain = word
    .toUpperCase()
    .replace(/^0+(?=.)/, '')
    .replace(/(ST|ND|RD|TH)$/, '')
  if (/^(PK|PRE-?K|P|3K|4K|PREKINDERGARTEN|PRE-KINDERGARTEN)$/.test(plain)) return 0
  if (/^(K|KG|0|KINDERGARTEN)$/.test(plain)) return 1
  if (/^(SE|UG|UNGRADED)$/.test(plain)) return grades.indexOf('UG')
  const number = /^\d{1,2}$/.test(plain) ? Number(plain) : 0
  return number >= 1 && number <= 12 ? number + 1 : -1
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Undoes what spreadsheets make of "9-12" and "11-14": a date of this year, or "14-Nov". */
const undated = (text: string): string | undefined => {
  const iso =
    /^\d{4}-(\d{2})-(\d{2})(?:[ t]0?0:00(?::00)?.*)?$/.exec(text) ??
    /^(\d{1,2})\/(\d{1,2})\/\d{2,4}$/.exec(text)
  if (iso !== null) return `${Number(iso[1])}-${Number(iso[2])}`
  const named = /^(\d{1,2})-([a-z]{3})$/.exec(text)
  const month = months.indexOf(named?.[2] ?? '') + 1
  return named === null || month === 0 ? undefined : `${month}-${Number(named[1])}`
}

const readPart = (part: string): Grade[] | undefined => {
  const words = part
    .replace(/\b(grades?|gr\.?|in|from)\b/g, ' ')
    .replace(/[.']/g, '')
    .trim()
  const range = /^(pre-?k|\w+)\s*(?:-|to|through|thru|–)\s*(pre-?k|\w+)$/.exec(words)
  if (range !== null && position(range[1] ?? '') >= 0 && position(range[2] ?? '') >= 0)
    return span(position(range[1] ?? ''), position(range[2] ?? ''))
  const open = /^(\w+)\s*(?:\+|and up|and above|and older)$/.exec(words)
  if (open !== null && position(open[1] ?? '') >= 0) return span(position(open[1] ?? ''), last)
  const one = grades[position(words)]
  if (one !== undefined) return [one]
  const named = bands.filter(([pattern]) => pattern.test(words)).flatMap(([, from, to]) => span(from, to))
  return named.length > 0 ? named : undefined
}

const readAges = (text: string): GradeReading['ages'] => {
  const range = /^(?:ages?\s*)?(\d{1,2})\s*(?:-|to)\s*(\d{1,2})$/.exec(text)
  const [from, to] = [Number(range?.[1]), Number(range?.[2])]
  if (range !== null && from <= to && (to > 12 || text.startsWith('age'))) return { from, to }
  const open = /(?:^|\D)(\d{1,2})\s*(?:years old or older|years and older|and older|\+)/.exec(text)
  const least = Number(open?.[1])
  // "16+" can only be an age; "9+" is taken for a grade unless the cell says years.
  return open !== null && (least > 12 || /\bages?\b|\byears?\b/.test(text)) ? { from: least } : undefined
}

/**
 * Reads a grade or age band: "K-5", "PK,0K,01,02", "6 and up", "High School", "Elem/MS", "16 to 24", and what a
 * spreadsheet leaves of "9-12". Grades come in order and once; what cannot be read is an empty list and a warning.
 */
export const readGrades = (cell: string): GradeReading => {
  const folded = foldText(cell).replace(/^'/, '')
  const restored = undated(folded)
  const text = restored ?? folded
  const warnings: GradeReading['warnings'] = restored === undefined ? [] : ['spreadsheet_date']
  if (text === '') return { grades: [], warnings }
  if (/^all (ages|grades|levels)$/.test(text)) return { grades: [], audience: 'all', warnings }
  if (/^(seniors?|older adults)$/.test(text)) return { grades: [], audience: 'seniors', warnings }
  if (/^adults?$/.test(text)) return { grades: [], audience: 'adults', warnings }
  const ages = readAges(text)
  if (ages !== undefined) return { grades: [], ages, warnings }
  const parts = text
    .split(/[,;/&]|\band\b(?! (?:up|above|older))/)
    .map((part) => part.trim())
    .filter(Boolean)
  const read = parts.map(readPart)
  const found = new Set(read.flatMap((part) => part ?? []))
  if (read.length === 0 || read.includes(undefined) || found.size === 0) warnings.push('unclear_grades')
  return { grades: grades.filter((grade) => found.has(grade)), warnings }
}
