/** Hands a file to the person. */
export const saveFile = (blob: Blob, name: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** OWASP: a cell that begins like a formula gets an apostrophe; a plain number keeps its minus sign. */
const cell = (value: string | number | null | undefined): string => {
  const plain = value === null || value === undefined ? '' : String(value)
  const safe = /^[=+\-@\t\r]/.test(plain) && !/^-?[\d.]+$/.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export type Cells = readonly (string | number | null | undefined)[]

/** RFC 4180, with the byte-order mark that makes spreadsheets read it as UTF-8. */
export const csvOf = (rows: readonly Cells[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/** A file name out of a title: letters and digits of any language, joined by hyphens. */
export const fileNameOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
