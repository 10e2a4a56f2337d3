import { addDays } from '../calendar/dates.ts'
import { requiredDocuments, type PassportFacts } from './required-documents.ts'
import type { Requirement } from './requirements.ts'
import type { ClearanceStatus, DocumentKind, DocumentState } from './vocabulary.ts'

/** A document as it was handed in. */
export interface HandedIn {
  readonly id: string
  readonly kind: DocumentKind
  readonly status: 'submitted' | 'approved' | 'rejected'
  readonly expiresOn: string | null
}

/** How the documents of one kind stand together. `next`: the day on which time alone changes this. */
export interface Standing {
  readonly state: Exclude<DocumentState, 'waived'>
  readonly documentId: string | null
  readonly expiresOn: string | null
  /** One that waits for review, while another still holds. */
  readonly waitingId: string | null
  readonly next: string | null
}

const lasting = ({ expiresOn }: HandedIn): string => expiresOn ?? '9999-12-31'

/**
 * An approved document that still holds counts before everything else; then one that waits for review; then the newest, sent
 * back or expired. Documents come newest first.
 */
export const standingOf = (documents: readonly HandedIn[], warnDays: number, today: string): Standing => {
  const holding = documents
    .filter((one) => one.status === 'approved' && lasting(one) >= today)
    .reduce<HandedIn | undefined>(
      (best, one) => (best && lasting(best) >= lasting(one) ? best : one),
      undefined,
    )
  const newest = documents[0]
  const waitingId = documents.find(({ status }) => status === 'submitted')?.id ?? null
  if (holding) {
    const { id: documentId, expiresOn } = holding
    const warnsFrom = expiresOn && addDays(expiresOn, -warnDays)
    const expiring = warnsFrom !== null && warnsFrom <= today
    return {
      state: expiring ? 'expiring' : 'approved',
      documentId,
      expiresOn,
      waitingId,
      next: expiresOn && (expiring ? addDays(expiresOn, 1) : warnsFrom),
    }
  }
  const shown = documents.find(({ id }) => id === waitingId) ?? newest
  const state = !shown ? 'missing' : shown.status === 'approved' ? 'expired' : shown.status
  return {
    state,
    documentId: shown?.id ?? null,
    expiresOn: shown?.expiresOn ?? null,
    waitingId,
    next: null,
  }
}

/** Why the answer is not green, or what stands in front of it. */
export type ClearanceReason =
  | {
      readonly code: 'document'
      readonly kind: DocumentKind
      readonly state: DocumentState
      readonly expiresOn: string | null
      readonly blocks: boolean
    }
  | { readonly code: 'contact_unknown' }

export interface Clearance {
  readonly status: ClearanceStatus
  readonly reasons: readonly ClearanceReason[]
  /** The first day on which time alone changes something. */
  readonly next: string | null
}

/**
 * Whether an organisation's people may be on campus: red when a document that blocks is missing, unread, sent back or expired;
 * amber when another one is, when one expires soon, or when nobody has said whether its people are with students.
 */
export const clearanceOf = (
  requirements: readonly Requirement[],
  facts: PassportFacts,
  documents: readonly HandedIn[],
  intensity: 'low' | 'medium' | 'high',
  today: string,
): Clearance => {
  const owed = requiredDocuments(requirements, facts, intensity)
    .filter(({ lane }) => lane !== 'waived')
    .map(({ kind, blocks }) => {
      const warnDays = requirements.find((one) => one.kind === kind)?.warnDays ?? 0
      const standing = standingOf(
        documents.filter((one) => one.kind === kind),
        warnDays,
        today,
      )
      return { kind, blocks, standing }
    })
  const open = owed.filter(({ standing }) => standing.state !== 'approved')
  const reasons: ClearanceReason[] = open.map(({ kind, blocks, standing: { state, expiresOn } }) => ({
    code: 'document',
    kind,
    state,
    expiresOn: state === 'expiring' || state === 'expired' ? expiresOn : null,
    blocks,
  }))
  if (facts.contact === null) reasons.push({ code: 'contact_unknown' })
  const blocked = open.some(({ blocks, standing }) => blocks && standing.state !== 'expiring')
  const next = owed.map(({ standing }) => standing.next).filter((day) => day !== null)
  return {
    status: blocked ? 'red' : reasons.length > 0 ? 'amber' : 'green',
    reasons,
    next: next.sort()[0] ?? null,
  }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
