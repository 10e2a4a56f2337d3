import { readGrades } from './normalise-grades.ts'
import { readPhones } from './normalise-phone.ts'
import { readEmail, readUrl } from './normalise-web.ts'

/** What the values of a column look like. */
export type ValueShape =
  | 'date'
  | 'school_year'
  | 'integer'
  | 'number'
  | 'percent'
  | 'money'
  | 'boolean'
  | 'email'
  | 'phone'
  | 'url'
  | 'postcode'
  | 'latitude'
  | 'longitude'
  | 'grades'
  | 'id'
  | 'text'

const number = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^-?\d*\.?\d+(?:e[+-]?\d+)?$/i
const between = (value: string, low: number, high: number): boolean =>
  number.test(value) && Number(value) >= low && Number(value) <= high
const consecutive = (value: string): boolean => {
  const found = /^(?:sy\s*)?(\d{4})\s*[-/–]\s*(\d{2}|\d{4})$/i.exec(value)
  return found !== null && (Number(found[1]) + 1) % 100 === Number(found[2]) % 100
}

const tests: Record<Exclude<ValueShape, 'text'>, (value: string) => boolean> = {
  date: (value) =>
    /^\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}.*)?$|^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})$|^\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}$|^[A-Za-z]{3,9} \d{1,2},? \d{4}$/.test(
      value,
    ),
  school_year: consecutive,
  integer: (value) => /^-?\d{1,15}(?:\.0+)?$|^-?\d{1,3}(?:,\d{3})+$/.test(value),
  number: (value) => number.test(value),
  percent: (value) => /^-?\d*\.?\d+\s*%$/.test(value) || between(value, 0, 100),
  money: (value) => /^-?\s*[$€£]\s*\d[\d,]*(?:\.\d{1,2})?$/.test(value),
  boolean: (value) => /^(?:y|n|yes|no|true|false|0|1|x)$/i.test(value),
  email: (value) => readEmail(value) !== undefined,
  phone: (value) => /\d{3}\D*\d{4}/.test(value) && value.length < 60 && readPhones(value).phones.length > 0,
  url: (value) => /\.[a-z]{2,}/i.test(value) && !value.includes('@') && readUrl(value) !== undefined,
  postcode: (value) => /^\d{5}(?:-\d{4})?$/.test(value),
  latitude: (value) => /\.\d{2,}/.test(value) && between(value, 15, 72),
  longitude: (value) => /\.\d{2,}/.test(value) && between(value, -180, -60),
  grades: (value) => value.length < 80 && readGrades(value).grades.length > 0,
  id: (value) => /^(?=.*\d)[A-Za-z\d][A-Za-z\d_.-]{2,39}$/.test(value),
}

// Enough of a value to tell its shape by.
const longestTold = 100

export type ShapeShares = Readonly<Record<ValueShape, number>>

/** For each shape, the share of the non-blank values that have it; `text` is 1 where there are any. */
export const shapeShares = (values: readonly string[]): ShapeShares => {
  const filled = values.map((value) => value.slice(0, longestTold).trim()).filter((value) => value !== '')
  const share = (test: (value: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  const shares = Object.entries(tests).map(([shape, test]) => [shape, share(test)])
  return {
    ...(Object.fromEntries(shares) as Record<Exclude<ValueShape, 'text'>, number>),
    text: filled.length > 0 ? 1 : 0,
  }
}
