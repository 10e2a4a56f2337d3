import { foldText } from '../matching/text.ts'
import { trigramSimilarity } from '../matching/trigrams.ts'
import { shapeShares, type ShapeShares, type ValueShape } from './column-shapes.ts'

/** A field a file can fill: its key, the headers people write for it, and what its values look like. */
export type TargetField = {
  key: string
  synonyms: readonly string[]
  shape?: ValueShape
}

export type ColumnReason = 'remembered' | 'same_header' | 'similar_header' | 'values_look_right'
/** What one column of a file is taken to be; `field` is undefined where nothing fits. Confidence is 0 to 1. */
export type ColumnGuess = {
  column: number
  header: string
  field: string | undefined
  confidence: number
  reasons: ColumnReason[]
}
/** A mapping a person confirmed: normalised header → field key, null where the column is left out on purpose. */
export type RememberedMapping = Readonly<Record<string, string | null>>

/** Below this a guess is not made. */
export const LEAST_GUESS = 0.5

/** The form in which spellings of one header agree: "Grade Level / Age Group ", "grade_level_age_group". */
export const normaliseHeader = (header: string): string =>
  foldText(header.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))
    .replace(/#/g, ' number ')
    .replace(/%/g, ' percent ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** One short key for a set of headers, whatever their order: the mapping confirmed for it is offered again. */
export const headerSignature = (headers: readonly string[]): string => {
  const text = [...new Set(headers.map(normaliseHeader))].sort().join('\n')
  // FNV-1a, 64 bits: a key, not a secret; a collision only offers a mapping that then does not fit the headers.
  let hash = 0xcbf29ce484222325n
  for (const character of text)
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}

type Score = { confidence: number; reasons: ColumnReason[] }

const dress = /\b(?:percent|pct|percentage|number|n|count|total|rate)\b/g
/** How alike two headers are. What only says in which unit does not make them alike: "% Male" is not "% Poverty". */
const likeness = (name: string, header: string): number => {
  const whole = trigramSimilarity(name, header)
  const [bareName, bareHeader] = [name.replace(dress, ''), header.replace(dress, '')]
  return bareName.trim() === '' || bareHeader.trim() === ''
    ? whole
    : Math.min(whole, trigramSimilarity(bareName, bareHeader))
}

const headerScore = (header: string, field: TargetField): Score => {
  const names = [field.key, ...field.synonyms].map(normaliseHeader)
  if (header === '') return { confidence: 0, reasons: [] }
  if (names.includes(header)) return { confidence: 0.9, reasons: ['same_header'] }
  const alike = Math.max(...names.map((name) => likeness(name, header)))
  const held = names.some((name) => name.length >= 4 && ` ${header} `.includes(` ${name} `))
  const confidence = Math.min(0.8, Math.max(alike, held ? 0.6 : 0))
  return confidence >= 0.4 ? { confidence, reasons: ['similar_header'] } : { confidence: 0, reasons: [] }
}

// Values of these shapes give a column away even under a header nobody foresaw.
const telling = new Set<ValueShape>(['email', 'phone', 'url', 'school_year', 'latitude', 'longitude'])

const score = (header: string, shares: ShapeShares, field: TargetField): Score => {
  const named = headerScore(header, field)
  const shape = field.shape ?? 'text'
  const share = shares[shape]
  const empty = shares.text === 0
  if (shape === 'text' || empty) return named
  if (share >= 0.8) {
    if (named.confidence > 0)
      return {
        confidence: Math.min(0.98, named.confidence + 0.08),
        reasons: [...named.reasons, 'values_look_right'],
      }
    return telling.has(shape) ? { confidence: 0.55 * share, reasons: ['values_look_right'] } : named
  }
  return { ...named, confidence: named.confidence * (share >= 0.5 ? 0.85 : 0.6) }
}

/**
 * Guesses what each column of a file means from its header and some of its values. No field is given to two columns; a
 * mapping remembered for these headers comes first.
 */
export const guessColumns = (
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[],
  fields: readonly TargetField[],
  remembered: RememberedMapping = {},
): ColumnGuess[] => {
  const guesses: ColumnGuess[] = headers.map((header, column) => ({
    column,
    header,
    field: undefined,
    confidence: 0,
    reasons: [],
  }))
  const taken = new Set<string>()
  const settled = new Set<number>()
  for (const guess of guesses) {
    const known = remembered[normaliseHeader(guess.header)]
    if (known === undefined) continue
    if (known !== null && (taken.has(known) || !fields.some((field) => field.key === known))) continue
    settled.add(guess.column)
    Object.assign(guess, { field: known ?? undefined, confidence: 1, reasons: ['remembered'] })
    if (known !== null) taken.add(known)
  }
  const pairs = guesses
    .filter((guess) => !settled.has(guess.column))
    .flatMap((guess) => {
      const header = normaliseHeader(guess.header)
      const shares = shapeShares(sampleRows.map((row) => row[guess.column] ?? ''))
      return fields.map((field) => ({ guess, field: field.key, ...score(header, shares, field) }))
    })
    .filter((pair) => pair.confidence >= LEAST_GUESS)
    // A column of the field's own name is that field, however many of its cells a person has to mend.
    .sort(
      (a, b) =>
        Number(b.reasons.includes('same_header')) - Number(a.reasons.includes('same_header')) ||
        b.confidence - a.confidence ||
        a.guess.column - b.guess.column,
    )
  for (const { guess, field, confidence, reasons } of pairs) {
    if (settled.has(guess.column) || taken.has(field)) continue
    settled.add(guess.column)
    taken.add(field)
    Object.assign(guess, { field, confidence: Math.round(confidence * 100) / 100, reasons })
  }
  return guesses
}

/** What to remember of a mapping a person confirmed. */
export const rememberMapping = (
  guesses: readonly Pick<ColumnGuess, 'header' | 'field'>[],
): RememberedMapping =>
  Object.fromEntries(guesses.map(({ header, field }) => [normaliseHeader(header), field ?? null]))
