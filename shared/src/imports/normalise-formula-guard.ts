const guarded = /^[=+\-@\t\r]/
const plainNegative = /^-\d+(?:\.\d+)?$/

/**
 * Text that no spreadsheet takes for a formula: what begins with = + - @, a tab or a carriage return gets an apostrophe
 * before it (OWASP, CSV injection). A plain negative number is a number and stays one.
 */
export const guardFormula = (text: string): string =>
  guarded.test(text) && !plainNegative.test(text) ? `'${text}` : text

/** The text as it was before it was guarded, for a file that comes back. */
export const withoutFormulaGuard = (text: string): string =>
  text.startsWith("'") && guardFormula(text.slice(1)) === text ? text.slice(1) : text
