import { foldText } from '../../matching/text.ts'
import { trigramSimilarity } from '../../matching/trigrams.ts'

/** A kind of help as the district lists it. */
export interface KnownCategory {
  readonly id: string
  readonly code: string
  readonly group: string
  readonly tiers: readonly number[]
  readonly unit: string
  /** Its names and the words people use for it. */
  readonly words: readonly string[]
}

const wordsOf = (text: string): string =>
  foldText(text)
    .replace(/\b(programs?|programas?|services?|servicios?|initiative|center)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const likeness = (said: string, word: string): number => {
  if (said === '' || word === '') return 0
  if (said === word) return 1
  // A word that is most of what was said, or the other way round, is the same thing said longer.
  if (word.length >= 4 && ` ${said} `.includes(` ${word} `)) return 0.6 + (0.4 * word.length) / said.length
  if (said.length >= 4 && ` ${word} `.includes(` ${said} `)) return 0.55 + (0.4 * said.length) / word.length
  return trigramSimilarity(said, word)
}

/** The kind of help some words describe best, or undefined when none is near. */
export const matchCategory = (
  text: string,
  categories: readonly KnownCategory[],
): KnownCategory | undefined => {
  const said = wordsOf(text)
  let best: { category: KnownCategory; score: number } | undefined
  for (const category of categories)
    for (const [at, word] of category.words.entries()) {
      // Its two names say it better than the words people also use for it.
      const score = likeness(said, wordsOf(word)) + (at < 2 ? 0.1 : 0)
      if (score >= 0.5 && score > (best?.score ?? 0)) best = { category, score }
    }
  return best?.category
}

/** Every kind of help a cell names ("After-School Programs,Jobs & Internships") or, where it names none, the programme's name. */
export const matchCategories = (
  types: string,
  program: string,
  categories: readonly KnownCategory[],
): KnownCategory[] => {
  const found = types.split(/[,;|]/).flatMap((type) => matchCategory(type, categories) ?? [])
  if (found.length === 0) found.push(...[matchCategory(program, categories) ?? []].flat())
  return [...new Set(found)]
}
