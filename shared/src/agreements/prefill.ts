import { addDays, daysBetween } from '../calendar/dates.ts'
import type { NewObligation } from '../obligations/schemas.ts'
import type { Agreement } from './schemas.ts'
import { monthsOf, nextSpan, termEnd } from './term.ts'

const moved = (day: string | null, from: string | null, to: string): string | null =>
  day === null || from === null ? day : addDays(day, daysBetween(from, to))

type Kept = Pick<
  Agreement,
  | 'title'
  | 'type'
  | 'language'
  | 'facts'
  | 'renews'
  | 'termMonths'
  | 'noticeDays'
  | 'amountCents'
  | 'dataSharing'
>

export interface Prefilled extends Kept {
  readonly kind: 'renewal' | 'amendment'
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly districtSignerId: string | null
  readonly partnerSignerId: string | null
  readonly sections: readonly Pick<
    Agreement['sections'][number],
    'code' | 'group' | 'title' | 'body' | 'state' | 'notes'
  >[]
  readonly obligations: readonly NewObligation[]
}

const kept = (agreement: Agreement): Omit<Prefilled, 'kind' | 'startsOn' | 'endsOn' | 'sections'> => ({
  title: agreement.title,
  type: agreement.type,
  language: agreement.language,
  facts: agreement.facts,
  renews: agreement.renews,
  termMonths: agreement.termMonths,
  noticeDays: agreement.noticeDays,
  amountCents: agreement.amountCents,
  dataSharing: agreement.dataSharing,
  districtSignerId: agreement.districtSignerId,
  partnerSignerId: agreement.partnerSignerId,
  obligations: agreement.obligations.map(({ id: _id, version: _version, ...clause }) => clause),
})

/**
 * Next year's agreement from this year's: the same length, begun the day after, every day of it moved along. Its texts are
 * talked about again, so sections that were finalized are under discussion.
 */
export const renewalOf = (agreement: Agreement, today: string): Prefilled => {
  const end = termEnd(agreement, today) ?? agreement.endsOn
  const { startsOn, endsOn } = agreement
  const span =
    startsOn && endsOn && end
      ? nextSpan(
          { startsOn, endsOn: end },
          agreement.renews ? agreement.termMonths : monthsOf({ startsOn, endsOn }),
        )
      : { startsOn: null, endsOn: null }
  const shift = (day: string | null) => (span.startsOn ? moved(day, startsOn, span.startsOn) : day)
  const base = kept(agreement)
  return {
    ...base,
    kind: 'renewal',
    ...span,
    obligations: base.obligations.map((clause) => ({
      ...clause,
      firstDueOn: shift(clause.firstDueOn ?? null),
    })),
    dataSharing: base.dataSharing && { ...base.dataSharing, destroyBy: shift(base.dataSharing.destroyBy) },
    sections: agreement.sections.map(({ code, group, title, body, state, notes }) => ({
      code,
      group,
      title,
      body,
      state: state === 'finalized' ? 'under_discussion' : state,
      notes,
    })),
  }
}

/** The same agreement from a day on, to be changed where it must be: everything that was finalized stays so. */
export const amendmentOf = (agreement: Agreement, effectiveOn: string): Prefilled => ({
  ...kept(agreement),
  kind: 'amendment',
  startsOn: effectiveOn,
  endsOn: agreement.renews ? (termEnd(agreement, effectiveOn) ?? agreement.endsOn) : agreement.endsOn,
  sections: agreement.sections.map(({ code, group, title, body, state, notes }) => ({
    code,
    group,
    title,
    body,
    state,
    notes,
  })),
})
