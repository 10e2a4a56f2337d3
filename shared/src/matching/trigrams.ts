import { wordsOf } from './text.ts'

/** The trigrams of a text, word by word with two blanks before and one after, as PostgreSQL's pg_trgm makes them. */
export const trigramsOf = (text: string): Set<string> => {
  const trigrams = new Set<string>()
  for (const word of wordsOf(text)) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) trigrams.add(padded.slice(at, at + 3))
  }
  return trigrams
}

/** Shared trigrams over all trigrams, 0 to 1: the same measure as similarity() of pg_trgm. */
export const trigramOverlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const trigram of small) if (large.has(trigram)) shared++
  return shared / (a.size + b.size - shared)
}

/** How alike two texts are, 0 to 1. */
export const trigramSimilarity = (a: string, b: string): number =>
  trigramOverlap(trigramsOf(a), trigramsOf(b))
