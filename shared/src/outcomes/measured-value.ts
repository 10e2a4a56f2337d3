import type { Bound } from './bands.ts'

export type Unit = 'count' | 'percent' | 'score' | 'hours' | 'ratio'

export type RefusedReading =
  'not_a_number' | 'decimal_comma' | 'not_whole' | 'negative' | 'over_100' | 'percent_of_count'

/** A figure as a source prints it. What the source withheld, capped or lacked stays apart from zero and from each other. */
export type Measured =
  | { readonly kind: 'number'; readonly value: number; readonly percentSign: boolean }
  | { readonly kind: 'bounded'; readonly bound: Bound }
  | { readonly kind: 'suppressed'; readonly mark: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly reason: RefusedReading }

/** The marks state and city files print for a small cell. Sources: New York City, California, Maryland and federal files. */
const SUPPRESSED = new Set(
  's|r|*|**|***|†|‡|ps|suppressed|data suppressed|redacted|masked|withheld|too few students|datos suprimidos|suprimido'.split(
    '|',
  ),
)
const MISSING = new Set(
  '|na|n/a|#n/a|nan|null|none|nil|-|--|—|–|.|..|nd|nr|no data|missing|not available|data not available|rating not available|not reported|not applicable|sin datos|no disponible'.split(
    '|',
  ),
)
const SMALL_N = /^n\s*(<|≤|<=)\s*\d+$/

const LIMITS: readonly (readonly [RegExp, Bound['kind'], boolean])[] = [
  [/^(?:≥|>=|=>|at least|no less than|al menos|por lo menos)\s*(.+)$/, 'above', true],
  [/^(?:≤|<=|=<|at most|up to|no more than|como máximo|hasta)\s*(.+)$/, 'below', true],
  [/^(.+?)\s*(?:\+|or more|or above|or higher|and above|o más)$/, 'above', true],
  [/^(.+?)\s*(?:or less|or fewer|or below|or lower|and below|o menos)$/, 'below', true],
  [/^(?:>|above|over|more than|greater than|más de|más del|mayor que)\s*(.+)$/, 'above', false],
  [/^(?:<|below|under|less than|fewer than|lower than|menos de|menos del|menor que)\s*(.+)$/, 'below', false],
]

const PLAIN = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/
const GROUPED = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const COMMA = /^[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+$/

/** Which sign parts the decimals of a column. US files use a point; a comma is read only where the column is known to. */
export type DecimalSign = 'point' | 'comma'

const numberFrom = (text: string, decimals: DecimalSign): number | 'decimal_comma' | 'not_a_number' => {
  if (decimals === 'comma' && COMMA.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  if (PLAIN.test(text)) return Number(text)
  if (GROUPED.test(text)) return Number(text.replaceAll(',', ''))
  return COMMA.test(text) ? 'decimal_comma' : 'not_a_number'
}

const refused = (reason: RefusedReading): Measured => ({ kind: 'refused', reason })

const readNumber = (text: string, unit: Unit, decimals: DecimalSign): Measured => {
  const percentSign = /\s*(%|percent|per cent|pct\.?|por ciento)$/.test(text)
  const value = numberFrom(text.replace(/\s*(%|percent|per cent|pct\.?|por ciento)$/, ''), decimals)
  if (typeof value === 'string') return refused(value)
  if (percentSign && unit === 'count') return refused('percent_of_count')
  if (unit === 'count' && !Number.isInteger(value)) return refused('not_whole')
  if (value < 0 && unit !== 'score') return refused('negative')
  if (value > 100 && unit === 'percent') return refused('over_100')
  return { kind: 'number', value, percentSign }
}

const boundUnit = (unit: Unit): Bound['unit'] =>
  unit === 'percent' ? 'percent' : unit === 'count' ? 'people' : 'points'

/**
 * Reads one printed figure for a metric's unit. Percentages stay on the scale the source used (see percent-scale.ts);
 * a count printed as 47.0 is 47, one printed as 47.5 is refused.
 */
export const readMeasured = (printed: string, unit: Unit, decimals: DecimalSign = 'point'): Measured => {
  const text = printed
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase()
  if (MISSING.has(text)) return { kind: 'missing' }
  if (SUPPRESSED.has(text) || SMALL_N.test(text)) return { kind: 'suppressed', mark: printed.trim() }
  for (const [pattern, kind, inclusive] of LIMITS) {
    const limit = pattern.exec(text)?.[1]
    if (limit === undefined) continue
    // A percentage beside a count column ("n_poverty: Above 95%") is still a bound, in percent.
    const own = limit.endsWith('%') ? 'percent' : unit
    const read = readNumber(limit, own, decimals)
    if (read.kind !== 'number') return read
    const bound: Bound = {
      kind,
      value: read.value,
      unit: boundUnit(own),
      ...(inclusive ? { inclusive } : {}),
    }
    return { kind: 'bounded', bound }
  }
  return readNumber(text, unit, decimals)
}

/** The decimal sign of a column: a comma where some cell can only be read so and none has a decimal point. */
export const decimalSignOf = (column: readonly string[]): DecimalSign => {
  const texts = column.map((text) => text.trim().replace(/\s*%$/, ''))
  const comma = texts.some((text) => COMMA.test(text) && !GROUPED.test(text))
  return comma && !texts.some((text) => PLAIN.test(text) && text.includes('.')) ? 'comma' : 'point'
}

/** A blank beside a label that says why ("Data suppressed"): the label decides between withheld and missing. */
export const readLabelled = (printed: string, label: string, unit: Unit): Measured => {
  const read = readMeasured(printed, unit)
  if (read.kind !== 'missing') return read
  const said = readMeasured(label, unit)
  return said.kind === 'suppressed' || said.kind === 'bounded' ? said : read
}
