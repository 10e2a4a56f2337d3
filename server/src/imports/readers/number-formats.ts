/** What a number format shows: spreadsheets keep dates, times and percentages as plain numbers. */
export type FormatKind = 'date' | 'time' | 'date_time' | 'percent' | 'number'

/** The kind of a built-in format by its number (ECMA-376, part 1, 18.8.30). */
export const builtInFormat = (format: number): FormatKind => {
  if (format === 9 || format === 10) return 'percent'
  if (
    (format >= 14 && format <= 17) ||
    (format >= 27 && format <= 31) ||
    format === 36 ||
    (format >= 50 && format <= 58)
  )
    return 'date'
  if (format === 22) return 'date_time'
  return (format >= 18 && format <= 21) || (format >= 32 && format <= 35) || (format >= 45 && format <= 47)
    ? 'time'
    : 'number'
}

/** The kind of a format by its code: letters in quotation marks, escaped, or naming a colour or language say nothing. */
export const kindOfFormat = (code: string): FormatKind => {
  const bare = code
    .split(';')[0]
    ?.replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase()
  if (bare === undefined || bare === 'general') return 'number'
  const hours = /[hs]/.test(bare)
  const days = /[dy]/.test(bare) || (/m/.test(bare) && !hours)
  if (days) return hours ? 'date_time' : 'date'
  if (hours) return 'time'
  return bare.includes('%') ? 'percent' : 'number'
}

const dayMilliseconds = 86_400_000
const two = (value: number): string => String(value).padStart(2, '0')

/** A number without the noise of binary fractions, as a spreadsheet shows it: 15 digits. */
const plain = (value: number): string => String(Number(value.toPrecision(15)))

/**
 * A day number as an ISO time. Days count from 1 January 1904, or with day 1 on 1 January 1900 and a 29 February 1900
 * that never was, so that only from 1 March 1900 on they are days since the last one of 1899.
 */
const isoTime = (serial: number, date1904: boolean): string => {
  const since1970 = date1904 ? serial - 24_107 : serial - 25_569 + (serial < 60 ? 1 : 0)
  return new Date(Math.round(since1970 * dayMilliseconds)).toISOString()
}

/** The text of a number cell under its format; a number no date can have stays a number. */
export const showNumber = (value: number, kind: FormatKind, date1904: boolean): string => {
  if (!Number.isFinite(value)) return ''
  if (kind === 'percent') return `${plain(value * 100)}%`
  if (kind === 'number' || value < 0 || value > 2_958_465) return plain(value)
  if (kind === 'time' && value < 1) {
    const seconds = Math.round(value * 86_400)
    return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  }
  const iso = isoTime(Math.round(value * 86_400) / 86_400, date1904)
  return kind === 'date' || Number.isInteger(value) ? iso.slice(0, 10) : iso.slice(0, 19)
}
