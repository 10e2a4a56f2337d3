import { foldText } from './text.ts'

export type Level = 'elementary' | 'middle' | 'high'
/** A public school's number as people write it ("P.S. 015", "PS/IS 123", "Public School 5"): levels and numbers named. */
export type Designation = { levels: Level[]; numbers: number[]; letter: string }

// Usual abbreviations of US school districts; the community (C…) forms are New York's.
const abbreviations: [RegExp, Level[]][] = [
  [/^(ps|es|ces|cs|eec)$/, ['elementary']],
  [/^(is|ms|jhs|cis|cms|jrhs|cjhs)$/, ['middle']],
  [/^(hs|shs|chs|srhs)$/, ['high']],
  [/^p$/, ['elementary']],
]
const spelled: [RegExp, string][] = [
  [/\b(?:junior|jr\.?) high(?: school)?\b/g, 'jhs'],
  [/\bintermediate school\b/g, 'is'],
  [/\bmiddle school\b/g, 'ms'],
  [/\b(?:senior |sr\.? )?high school\b/g, 'hs'],
  [/\b(?:public|primary|elementary|grammar) school\b/g, 'ps'],
  [/\bschool\b(?= (?:#|no\b|number\b|\d))/g, 'ps'],
]
const level = String.raw`(?:(?:j\.?\s?h|jr\.?\s?h|c\.?\s?e|c\.?\s?i|c\.?\s?m|s\.?\s?h|p|i|m|h|e|c)\.?\s?s\b\.?)`
const designation = new RegExp(
  String.raw`(?<![\p{L}\p{N}])((?:(?:p|${level})\s?\/\s?)*${level})\s*(?:#|no\.?|number)?\s*(?:([a-z])\s?)?(\d{1,3})(?:([a-z])(?![a-z])|\s([a-z])$)?(?!\d)(?:\s?\/\s?(?:old\s)?(\d{1,3})(?!\d))?`,
  'gu',
)

const levelsOf = (words: string): Level[] =>
  words
    .split('/')
    .map((word) => word.replace(/[^a-z]/g, ''))
    .flatMap((word) => abbreviations.find(([pattern]) => pattern.test(word))?.[1] ?? [])

// No school's name is longer, and a pattern that begins at every slash is kept from texts that are.
const longestName = 200

const spellOut = (name: string): string =>
  spelled.reduce((text, [full, short]) => text.replace(full, short), foldText(name.slice(0, longestName)))

/** Every numbered school a name speaks of, in order; "PS 198/77" speaks of two. */
export const parseDesignations = (name: string): Designation[] =>
  [...spellOut(name).matchAll(designation)].map((found) => ({
    levels: [...new Set(levelsOf(found[1] ?? ''))],
    numbers: [found[3], found[6]].filter((text) => text !== undefined).map(Number),
    letter: found[2] ?? found[4] ?? found[5] ?? '',
  }))

/** What a name says beside its numbered designation: "P.S. 015 Roberto Clemente" is "roberto clemente". */
export const withoutDesignation = (name: string): string =>
  spellOut(name).replace(designation, ' ').replace(/\s+/g, ' ').trim()

// Words that make a name sound like a school's; "center" and "club" alone do not.
const schoolWords =
  /\b(ps|is|ms|hs|jhs|es|h\.s|m\.s|p\.s|i\.s|elem|school|schools|academy|acad|charter|secondary|preparatory|prep|collegiate|gymnasium|lyceum|yeshiva|montessori|high|elementary|middle|lycee|educational (?:campus|complex))\b/

/** Does a name sound like a school's at all, numbered or not? */
export const soundsLikeSchool = (name: string): boolean => schoolWords.test(foldText(name))

const middleGrades = new Set(['6', '7', '8'])

/** The levels a list of grades covers; grades as "PK", "K", "0K", "1", "01". */
export const levelsOfGrades = (grades: readonly string[]): Level[] => {
  const plain = grades.map((grade) => grade.toUpperCase().replace(/^0+(?=.)/, ''))
  const levels: Level[] = []
  if (plain.some((grade) => /^(PK|3K|K|[1-5])$/.test(grade))) levels.push('elementary')
  if (plain.some((grade) => middleGrades.has(grade))) levels.push('middle')
  if (plain.some((grade) => /^(9|1[0-2])$/.test(grade))) levels.push('high')
  return levels
}
