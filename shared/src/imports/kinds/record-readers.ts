import type { SchoolKind, SchoolLevel } from '../../schools/schemas.ts'
import { foldText } from '../../matching/text.ts'
import { pointOf } from '../../matching/geography.ts'
import type { Grade } from '../normalise-grades.ts'

/** A cell as one line of text without blanks around it. */
export const lineOf = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()

const levelWords: readonly (readonly [RegExp, SchoolLevel])[] = [
  [/k\s*-?\s*(to\s*)?8|elementary[ /-]+middle|elem.*(middle|ms)/, 'k8'],
  [/k\s*-?\s*(to\s*)?12|all grades/, 'k12'],
  [/pre-?k|early|kindergarten center/, 'early_childhood'],
  [/6\s*-\s*12|secondary|middle[ /-]+high|junior[ /-]senior/, 'secondary'],
  [/middle|junior high|intermediate/, 'middle'],
  [/high/, 'high'],
  [/elementary|primary/, 'elementary'],
]

/** A school's level from what a file calls it, else from its grades. */
export const levelOf = (text: string, grades: readonly Grade[]): SchoolLevel => {
  const plain = foldText(text)
  const named = levelWords.find(([pattern]) => pattern.test(plain))?.[1]
  if (named !== undefined) return named
  const years = grades.filter((grade) => /^\d+$/.test(grade)).map(Number)
  const early = grades.includes('PK') || grades.includes('K')
  if (years.length === 0) return early ? 'early_childhood' : 'other'
  const [low, high] = [early ? 0 : Math.min(...years), Math.max(...years)]
  if (low >= 8) return 'high'
  if (low >= 5) return high >= 10 ? 'secondary' : 'middle'
  return high >= 10 ? 'k12' : high >= 7 ? 'k8' : 'elementary'
}

/** What sort of school it is, from who manages it and what type the file gives. */
export const schoolKindOf = (management: string, type: string): SchoolKind => {
  const [managed, typed] = [foldText(management), foldText(type)]
  if (/charter|^(y|yes)$/.test(managed) || /charter/.test(typed)) return 'charter'
  if (/special ed/.test(typed)) return 'special'
  return /transfer|alternative|home school/.test(typed) ? 'alternative' : 'regular'
}

/** Coordinates from two cells: both or neither, and never 0/0. */
export const placeOf = (
  latitude: string,
  longitude: string,
): { latitude: number; longitude: number } | undefined => {
  if (latitude.trim() === '' || longitude.trim() === '') return undefined
  return pointOf(Number(latitude), Number(longitude))
}

/**
 * How well a report's type fits a school, 0 best. Schools of grades 6 to 12 are reported once as elementary/middle and once
 * as high schools: the high school report stands for them, the other for schools that begin in kindergarten.
 */
export const reportFit = (type: string, level: SchoolLevel): number => {
  const plain = foldText(type)
  const high = /^hs|high/.test(plain)
  const middle = /^ems?$|elementary|middle/.test(plain)
  const early = /^ec$|early/.test(plain)
  if (level === 'high' || level === 'secondary') return high ? 0 : middle ? 1 : 2
  if (level === 'early_childhood') return early ? 0 : middle ? 1 : 2
  return middle ? 0 : high || early ? 1 : 2
}
