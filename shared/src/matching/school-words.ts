import { withoutDesignation } from './designation.ts'
import { wordsOf } from './text.ts'
import { trigramOverlap, trigramsOf } from './trigrams.ts'

const expansions = new Map([
  ['hs', 'high'],
  ['prep', 'preparatory'],
  ['acad', 'academy'],
  ['ctr', 'center'],
  ['tech', 'technology'],
  ['sci', 'science'],
  ['elem', 'elementary'],
  ['ed', 'education'],
  ['st', 'saint'],
  ['intl', 'international'],
])
const silent = new Set(
  'the of for and at in a an on s x dr school schools program site inc middle elementary'.split(' '),
)

/** The words that tell one school's name from another's, designation and filler left out. */
export const tellingWords = (name: string, cutOff = false): string[] => {
  // Brackets hold codes and acronyms ("(K524)", "(PAIHS)"); what else they hold is compared.
  const words = wordsOf(withoutDesignation(name.replace(/\((?:[A-Z]?\d*|[A-Z]{3,7})\)?/g, ' ')))
  if (cutOff && /^(s|sc|sch|scho|schoo|m|mi|mid|midd|middl)$/.test(words.at(-1) ?? '')) words.pop()
  const telling = words.filter((word) => !silent.has(word) && !/^([a-z]|\d?[a-z]?\d{3})$/.test(word))
  return [...new Set(telling.map((word) => expansions.get(word) ?? word))]
}

/** How rare each word is among a district's schools: rare words weigh more when names are compared. */
export type Rarity = (word: string) => number

export const rarityAmong = (names: readonly (readonly string[])[]): Rarity => {
  const counts = new Map<string, number>()
  for (const words of names) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => Math.log(1 + names.length / (counts.get(word) ?? 0.5))
}

/** One letter more, less or other: "murray" and "murry". */
const oneSlipApart = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1)
}

const wordLikeness = (a: string, b: string, cutOff: boolean): number => {
  if (a === b) return 1
  if (cutOff && Math.min(a.length, b.length) >= 2 && (b.startsWith(a) || a.startsWith(b))) return 0.9
  if (a.length < 5 || b.length < 5) return 0
  if (oneSlipApart(a, b)) return 0.9
  return a.slice(0, 3) === b.slice(0, 3) ? trigramOverlap(trigramsOf(a), trigramsOf(b)) : 0
}

export type NameLikeness = { site: number; school: number }

/**
 * How much of the site's name the school's name says, and the other way round, each 0 to 1 by weight of rare words. The
 * site's last word may be cut off, as fixed-width exports do.
 */
export const compareSchoolNames = (
  site: readonly string[],
  school: readonly string[],
  rarity: Rarity,
  cutOff: boolean,
): NameLikeness => {
  if (site.length === 0 || school.length === 0) return { site: 0, school: 0 }
  let siteTotal = 0
  let siteFound = 0
  const heard = new Map<string, number>()
  for (const [at, word] of site.entries()) {
    const weight = rarity(word)
    siteTotal += weight
    let best = 0
    let bestWord = ''
    for (const other of school) {
      const alike = wordLikeness(word, other, cutOff && at === site.length - 1)
      if (alike > best) [best, bestWord] = [alike, other]
    }
    siteFound += weight * best
    if (best > 0) heard.set(bestWord, Math.max(best, heard.get(bestWord) ?? 0))
  }
  let schoolTotal = 0
  let schoolFound = 0
  for (const word of school) {
    const weight = rarity(word)
    schoolTotal += weight
    schoolFound += weight * (heard.get(word) ?? 0)
  }
  return { site: siteFound / siteTotal, school: schoolFound / schoolTotal }
}
