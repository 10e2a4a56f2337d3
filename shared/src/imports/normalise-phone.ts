/** A phone number ready to dial: E.164, and the extension beside it. */
export type Phone = { number: string; extension?: string }
export type PhoneReading = { phones: Phone[]; warnings: ('not_a_phone' | 'several_phones')[] }

// North American Numbering Plan: area and exchange codes begin with 2 to 9.
const american =
  /(?<!\d)(?:\+?1[\s.-]*)?\(?\s*([2-9]\d{2})\s*\)?[\s./-]*([2-9]\d{2})[\s.-]*(\d{4})(?!\d)(?:[\s,;]*(?:extension|ext|x|#)[\s.:]*(\d{1,6})(?!\d))?/gi
const international = /(?<![\d+])\+(?!1\d{10}\b)(\d[\d\s().-]{6,20}\d)(?!\d)/g

const compact = (text: string): string => text.replace(/\D/g, '')

// Longer cells hold no list of phone numbers, and patterns that search from every character are kept from them.
const longestCell = 300

/** Reads every phone number of a cell, in US forms with or without extension, or in international form with "+". */
export const readPhones = (cell: string): PhoneReading => {
  const text = cell.slice(0, longestCell)
  const phones: Phone[] = []
  for (const found of text.matchAll(american)) {
    const number = `+1${found[1]}${found[2]}${found[3]}`
    phones.push(found[4] === undefined ? { number } : { number, extension: found[4] })
  }
  for (const found of text.matchAll(international)) {
    const digits = compact(found[1] ?? '')
    if (digits.length >= 7 && digits.length <= 15) phones.push({ number: `+${digits}` })
  }
  const once = phones.filter((phone, at) => phones.findIndex((other) => other.number === phone.number) === at)
  if (text.trim() !== '' && once.length === 0) return { phones: once, warnings: ['not_a_phone'] }
  return { phones: once, warnings: once.length > 1 ? ['several_phones'] : [] }
}

/** A number as people in the United States read it: "(718) 555-0123 ext. 4". */
export const showPhone = ({ number, extension }: Phone): string => {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number)
  const shown = parts === null ? number : `(${parts[1]}) ${parts[2]}-${parts[3]}`
  return extension === undefined ? shown : `${shown} ext. ${extension}`
}
