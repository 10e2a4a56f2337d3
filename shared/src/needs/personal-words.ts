import type { InTwoLanguages } from '../vocabulary/terms.ts'

/** What in a free text looks as if it named a child. */
export const personalTraces = ['number', 'name', 'birth_date'] as const
export type PersonalTrace = (typeof personalTraces)[number]

export const personalSentences: Readonly<Record<PersonalTrace, InTwoLanguages>> = {
  number: {
    en: 'There is a long number in this text. If it is a student number, take it out.',
    es: 'En este texto hay un número largo. Si es el número de un estudiante, quítelo.',
  },
  name: {
    en: 'This text seems to name a student. Say how many students are affected instead, never who.',
    es: 'Este texto parece nombrar a un estudiante. Diga cuántos estudiantes son, nunca quiénes.',
  },
  birth_date: {
    en: 'There is a date of birth in this text. Take it out.',
    es: 'En este texto hay una fecha de nacimiento. Quítela.',
  },
}

const either = (word: string) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`
const child =
  'student pupil child son daughter brother sister alumn[oa] estudiante niñ[oa] hij[oa] herman[oa]'
    .split(' ')
    .map(either)
    .join('|')
const capitalised = '\\p{Lu}\\p{Ll}+'
const named = new RegExp(
  `\\b(?:${child})(?:\\s+(?:named|called|llamad[oa]|de nombre))?,?\\s+${capitalised}(?:\\s+${capitalised})+|\\b(?:named|called|llamad[oa]|de nombre)\\s+${capitalised}\\s+${capitalised}`,
  'u',
)
const birth = /\b(?:d\.?o\.?b\.?|born|birth ?date|date of birth|nacid[oa]|fecha de nacimiento)\b.{0,12}\d/iu
// Telephone numbers of schools are written in groups; a student number, such as New York's nine digits, is not.
const number = /(?<![\d-])\d{6,}(?![\d-])|\b\d{3}-\d{2}-\d{4}\b/u

/**
 * What may identify a child in a text. A hint to the person who writes, not a gate: it errs towards asking, and a school
 * stores no student records here.
 */
export const tracesIn = (text: string): PersonalTrace[] => [
  ...(number.test(text) ? (['number'] as const) : []),
  ...(named.test(text) ? (['name'] as const) : []),
  ...(birth.test(text) ? (['birth_date'] as const) : []),
]
