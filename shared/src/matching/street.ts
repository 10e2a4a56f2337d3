import { wordsOf } from './text.ts'

/** A street address taken apart for comparison: house number digits, street without its direction, direction. */
export type Street = { house: string; street: string; direction: string }

const directions = new Map([
  ['e', 'e'],
  ['east', 'e'],
  ['w', 'w'],
  ['west', 'w'],
  ['n', 'n'],
  ['north', 'n'],
  ['s', 's'],
  ['south', 's'],
])
// USPS Publication 28, appendix C1: the usual abbreviations of street types.
const types = new Map([
  ['street', 'st'],
  ['str', 'st'],
  ['avenue', 'ave'],
  ['av', 'ave'],
  ['boulevard', 'blvd'],
  ['road', 'rd'],
  ['place', 'pl'],
  ['parkway', 'pkwy'],
  ['drive', 'dr'],
  ['lane', 'ln'],
  ['court', 'ct'],
  ['terrace', 'ter'],
  ['highway', 'hwy'],
  ['square', 'sq'],
  ['turnpike', 'tpke'],
  ['circle', 'cir'],
])
const ordinals = new Map([
  ['first', '1'],
  ['second', '2'],
  ['third', '3'],
  ['fourth', '4'],
  ['fifth', '5'],
  ['sixth', '6'],
  ['seventh', '7'],
  ['eighth', '8'],
  ['ninth', '9'],
  ['tenth', '10'],
  ['saint', 'st'],
  ['fort', 'ft'],
  ['mount', 'mt'],
])

const shortTypes = new Set(types.values())
const isType = (word: string): boolean => shortTypes.has(word)

const canonical = (word: string): string =>
  types.get(word) ??
  ordinals.get(word) ??
  (/^0*\d+(st|nd|rd|th)$/.test(word) ? String(Number.parseInt(word, 10)) : word)

/** Takes a street address apart, or undefined when it has no house number and street. */
export const parseStreet = (address: string): Street | undefined => {
  const words = wordsOf(address.split(/,|\b(?:apt|suite|floor|fl|rm|room)\b\.?\s/i)[0] ?? '').map(canonical)
  let house = ''
  // "40 01 43 ave": the last number belongs to the street when only its type would be left.
  const startsStreet = (first: string | undefined, second: string | undefined): boolean =>
    first !== undefined && !(isType(first) && (house !== '' || second === undefined))
  while (/^\d+[a-z]?$/.test(words[0] ?? '') && startsStreet(words[1], words[2])) house += words.shift() ?? ''
  // "10 South Street": a direction that is all the street's name has is its name.
  const bare = words.filter((word) => !directions.has(word))
  const named = bare.some((word) => !isType(word))
  const street = named ? bare : words
  const direction = named
    ? (words.map((word) => directions.get(word)).find((found) => found !== undefined) ?? '')
    : ''
  return house === '' || street.length === 0 ? undefined : { house, street: street.join(' '), direction }
}

export type StreetLikeness = 'same' | 'same_street' | 'different' | 'unknown'

/** Do two street addresses name one building? A direction ("East") counts only when both give one. */
export const compareStreets = (a: Street | undefined, b: Street | undefined): StreetLikeness => {
  if (a === undefined || b === undefined) return 'unknown'
  if (a.street !== b.street) return 'different'
  if (a.direction !== '' && b.direction !== '' && a.direction !== b.direction) return 'different'
  const [short, long] = a.house.length < b.house.length ? [a.house, b.house] : [b.house, a.house]
  const range = short.length >= 3 && long.length >= short.length * 2 && long.startsWith(short)
  return a.house === b.house || range ? 'same' : 'same_street'
}
