import type { ConsentPart, ConsentStatus } from './vocabulary.ts'

export interface StoryParts {
  readonly quote: string
  readonly hasPhoto: boolean
  readonly photoOfPeople: boolean
}

export interface ConsentFact {
  readonly covers: readonly ConsentPart[]
  readonly status: ConsentStatus
  /** The last day it holds; null: until it is withdrawn. */
  readonly validUntil: string | null
}

/** What people have to agree to before a story is shown: their words, and a picture in which they are recognised. */
export const partsToAgree = ({ quote, hasPhoto, photoOfPeople }: StoryParts): ConsentPart[] => [
  ...(quote.trim() === '' ? [] : (['quote'] as const)),
  ...(hasPhoto && photoOfPeople ? (['photo'] as const) : []),
]

export type PartStanding = 'agreed' | 'nobody_asked' | 'waiting' | 'refused' | 'over'

/**
 * How one part stands on a day. Everybody who is asked about it has to agree: three children in a picture are three
 * parents, and one of them saying no is a no.
 */
export const standingOf = (
  part: ConsentPart,
  consents: readonly ConsentFact[],
  today: string,
): PartStanding => {
  const about = consents.filter(({ covers, status }) => status !== 'outdated' && covers.includes(part))
  if (about.length === 0) return 'nobody_asked'
  if (about.some(({ status }) => status === 'declined' || status === 'withdrawn')) return 'refused'
  if (about.some(({ status }) => status === 'asked')) return 'waiting'
  return about.every(({ validUntil }) => validUntil === null || validUntil >= today) ? 'agreed' : 'over'
}

/** Whether every consent a story needs holds on a day. */
export const consentHolds = (story: StoryParts, consents: readonly ConsentFact[], today: string): boolean =>
  partsToAgree(story).every((part) => standingOf(part, consents, today) === 'agreed')
