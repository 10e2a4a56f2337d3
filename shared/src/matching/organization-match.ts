import { normaliseOrganizationName } from './names.ts'
import { trigramOverlap, trigramsOf } from './trigrams.ts'

/** What is known of an organisation when asking whether it is already listed. */
export type OrganizationIdentity = {
  name: string
  ein?: string | undefined
  webDomain?: string | undefined
  phone?: string | undefined
}

export type OrganizationVerdict = 'same' | 'likely' | 'different'
export type OrganizationReason =
  | 'same_ein'
  | 'different_ein'
  | 'same_name'
  | 'similar_name'
  | 'name_within_name'
  | 'different_number'
  | 'same_web_domain'
  | 'same_phone'
export type OrganizationMatch = {
  verdict: OrganizationVerdict
  confidence: number
  reasons: OrganizationReason[]
}

/** Names this alike are worth a person's look; below it, pairs on real agency lists are different organisations. */
export const LIKELY = 0.6
/** From here a pair is one organisation without asking; only an equal name or EIN reaches it, likeness never does. */
export const SAME = 0.95

// A mailbox provider's domain says nothing about whose address it is.
const sharedDomains = new Set(
  'gmail.com yahoo.com hotmail.com outlook.com aol.com icloud.com msn.com verizon.net comcast.net facebook.com instagram.com linkedin.com sites.google.com'.split(
    ' ',
  ),
)

/** An identity made ready once, so that comparing it with many costs little. */
export type PreparedOrganization = {
  key: string
  words: string[]
  numbers: string
  trigrams: Set<string>
  ein: string
  domain: string
  phone: string
}

export const prepareOrganization = (identity: OrganizationIdentity): PreparedOrganization => {
  const key = normaliseOrganizationName(identity.name)
  const words = key.split(' ').filter(Boolean)
  const domain = (identity.webDomain ?? '').toLowerCase().replace(/^www\./, '')
  const ein = (identity.ein ?? '').replace(/\D/g, '')
  return {
    key,
    words,
    numbers: words.filter((word) => /^\d+$|^[ivx]+$/.test(word)).join(' '),
    trigrams: trigramsOf(key),
    ein: ein.length === 9 ? ein : '',
    domain: sharedDomains.has(domain) ? '' : domain,
    phone: (identity.phone ?? '').replace(/\D/g, '').slice(-10),
  }
}

const startsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.length >= 2 && short.length < long.length && short.every((word, at) => word === long[at])

const verdictOf = (confidence: number): OrganizationVerdict =>
  confidence >= SAME ? 'same' : confidence >= LIKELY ? 'likely' : 'different'

/** Are two prepared organisations one? Only an equal EIN or an equal normalised name answers "same". */
export const comparePrepared = (a: PreparedOrganization, b: PreparedOrganization): OrganizationMatch => {
  const reasons: OrganizationReason[] = []
  const einKnown = a.ein !== '' && b.ein !== ''
  if (einKnown && a.ein === b.ein) return { verdict: 'same', confidence: 0.99, reasons: ['same_ein'] }
  let confidence = trigramOverlap(a.trigrams, b.trigrams)
  if (a.key === b.key && a.key !== '') {
    confidence = 0.97
    reasons.push('same_name')
  } else if (startsWith(a.words, b.words) || startsWith(b.words, a.words)) {
    confidence = Math.min(0.9, Math.max(confidence, 0.7))
    reasons.push('name_within_name')
  } else {
    confidence = Math.min(confidence, 0.9)
    if (confidence >= 0.5) reasons.push('similar_name')
  }
  if (a.domain !== '' && a.domain === b.domain) {
    confidence = Math.max(confidence, Math.min(0.94, confidence + 0.3))
    reasons.push('same_web_domain')
  }
  if (a.phone.length === 10 && a.phone === b.phone) {
    confidence = Math.max(confidence, Math.min(0.94, confidence + 0.2))
    reasons.push('same_phone')
  }
  if (a.numbers !== b.numbers) {
    confidence = Math.min(confidence, LIKELY - 0.01)
    reasons.push('different_number')
  }
  if (einKnown) {
    confidence = Math.min(confidence, reasons.includes('same_name') ? 0.7 : LIKELY - 0.01)
    reasons.push('different_ein')
  }
  return { verdict: verdictOf(confidence), confidence: Math.round(confidence * 100) / 100, reasons }
}

/** Are these two organisations one, and why? */
export const matchOrganizations = (a: OrganizationIdentity, b: OrganizationIdentity): OrganizationMatch =>
  comparePrepared(prepareOrganization(a), prepareOrganization(b))
