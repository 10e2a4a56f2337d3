import { closeInitials, foldText, wordsOf } from './text.ts'

// Legal forms say how an organisation is registered, not who it is; only dropped at the end of a name.
const legalForms = new Set(
  'inc incorporated llc llp pllc lp ltd limited co corp corporation pc nfp npo pbc company'.split(' '),
)

// Longer names differ before this; the patterns below are kept from texts no organisation is called by.
const longestName = 500

const initialsOf = (words: readonly string[]): string[] => {
  const meaning = words.filter((word) => !['of', 'the', 'and', 'for', 'in', 'at'].includes(word))
  return [words, meaning].map((list) => list.map((word) => word[0]).join(''))
}

const withoutOwnAcronym = (name: string): string =>
  name.replace(/^(.*?)\(\s*([\p{L}&.]{2,10})\s*\)/u, (whole, before: string, inside: string) => {
    const acronym = foldText(inside).replace(/[^a-z]/g, '')
    const spelled = initialsOf(wordsOf(before.replace(/&/g, ' and ')))
    return spelled.some((initials) => initials.endsWith(acronym) && acronym.length > 1) ? before : whole
  })

/**
 * The form of an organisation's name in which spellings of one name agree: case, accents, punctuation, "The", "&",
 * legal forms at the end and a bracketed acronym of the name itself make no difference. Never empty unless the name is.
 */
export const normaliseOrganizationName = (name: string): string => {
  const words = wordsOf(
    closeInitials(withoutOwnAcronym(name.slice(0, longestName))).replace(/&|\+/g, ' and '),
  )
  const all = words.join(' ')
  if (words.length > 1 && words[0] === 'the') words.shift()
  while (words.length > 1 && legalForms.has(words.at(-1) ?? '')) words.pop()
  if (words.length > 1 && words.at(-1) === 'the') words.pop()
  return words.join(' ') || all
}
