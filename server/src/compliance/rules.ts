import type { Requirement } from '@common-table/shared/compliance/requirements'
import { fieldProblem } from '@common-table/shared/contract/problem'

interface Said {
  issuedOn?: string | null | undefined
  expiresOn?: string | null | undefined
  amountCents?: number | null | undefined
}

const dollars = (cents: number): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 }).format(
    cents / 100,
  )

/** What is said beside a document must be possible, and enough for what the district asks. */
export const checkSaid = (rule: Requirement, said: Said, today: string): void => {
  if (said.issuedOn && said.issuedOn > today)
    throw fieldProblem('issuedOn', 'The document cannot be issued in the future.', 'not-yet')
  if (rule.expiry === 'required' && !said.expiresOn)
    throw fieldProblem('expiresOn', 'Say until when the document is good.', 'required')
  if (said.expiresOn && said.issuedOn && said.expiresOn < said.issuedOn)
    throw fieldProblem('expiresOn', 'The end must not be before the day it was issued.', 'order')
  if (said.expiresOn && said.expiresOn < today)
    throw fieldProblem(
      'expiresOn',
      'This document has expired already; hand in the one that is good now.',
      'expired',
    )
  if (rule.minimumCents === null) return
  if (said.amountCents === null || said.amountCents === undefined)
    throw fieldProblem(
      'amountCents',
      `Say how much is insured; at least ${dollars(rule.minimumCents)} is asked.`,
      'required',
    )
  if (said.amountCents < rule.minimumCents)
    throw fieldProblem('amountCents', `At least ${dollars(rule.minimumCents)} is asked.`, 'insured-too-low')
}
