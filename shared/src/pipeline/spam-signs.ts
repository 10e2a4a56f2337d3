/**
 * What speaks for an offer being spam. Nothing here turns anyone away: a suspected offer is kept aside for a person to look
 * at, because somebody who fills a form with help of a machine, or slowly, or in a hurry, must not be the one who is lost.
 */
export const spamSigns = ['hidden_field', 'too_fast', 'many_links', 'no_words', 'repeated'] as const
export type SpamSign = (typeof spamSigns)[number]

/** Nobody reads and fills the form in less. */
export const LEAST_SECONDS = 4

export interface Sent {
  /** A field people do not see; programs fill it. */
  readonly hidden: string
  readonly secondsOpen: number
  readonly message: string
  readonly name: string
  /** How many offers with this address arrived within a day. */
  readonly before: number
}

const link = /https?:\/\/|www\.|\[url|<a\s/iu
const linksIn = (text: string): number => text.split(link).length - 1

/** The signs an offer shows. */
export const signsOf = ({ hidden, secondsOpen, message, name, before }: Sent): SpamSign[] => [
  ...(hidden.trim() === '' ? [] : (['hidden_field'] as const)),
  ...(secondsOpen < LEAST_SECONDS ? (['too_fast'] as const) : []),
  ...(linksIn(message) > 2 || linksIn(name) > 0 ? (['many_links'] as const) : []),
  ...(/\p{L}{2}/u.test(message) ? [] : (['no_words'] as const)),
  ...(before > 2 ? (['repeated'] as const) : []),
]
