import { sizesBehind } from '../outcomes/bands.ts'
import type { Range } from '../outcomes/disclosure.ts'
import type { PublicCell } from '../outcomes/suppression.ts'

/** What an attacker knows of one cell before the first subtraction: people, those who meet the measure, those who do not. */
export type Known = { readonly people: Range; readonly met: Range; readonly unmet: Range }

export const anything: Range = { low: 0, high: Infinity }
const nothing: Known = { people: anything, met: anything, unmet: anything }
const from = (low: number): Range => ({ low, high: Infinity })

export const both = (one: Range, other: Range): Range => ({
  low: Math.max(one.low, other.low),
  high: Math.min(one.high, other.high),
})
export const bothKnown = (one: Known, other: Known): Known => ({
  people: both(one.people, other.people),
  met: both(one.met, other.met),
  unmet: both(one.unmet, other.unmet),
})

/** The number itself, as the record has it; the attacker is granted more with it, never less. */
export type Truth = { readonly people: number; readonly met: number | null }

/**
 * What a label gives away to somebody who has read the rules of suppression, for they are public (Kerckhoffs): "fewer
 * than 10" is one to nine, "<10%" is nought to nine of a group whose size the limit follows. A cell hidden to protect
 * another is granted to be known as no small one, for most are not.
 */
export const knownFromLabel = (seen: PublicCell | null, truth: Truth | null, threshold: number): Known => {
  if (seen === null || !seen.suppressed || seen.reason === 'source') return nothing
  const few: Range = { low: 0, high: threshold - 1 }
  if (seen.reason === 'small_n')
    return seen.bound
      ? { people: { low: 1, high: threshold - 1 }, met: few, unmet: few }
      : { ...nothing, people: { low: threshold, high: 2 * threshold - 1 } }
  if (seen.reason === 'extreme' && seen.bound) {
    const { kind, value } = seen.bound
    const people = sizesBehind(kind === 'below' ? value : 100 - value, threshold)
    return kind === 'below'
      ? { people, met: few, unmet: from(threshold) }
      : { people, met: from(threshold), unmet: few }
  }
  if (truth === null) return nothing
  const large = (count: number | null) => from(count !== null && count >= threshold ? threshold : 0)
  return {
    people: large(truth.people),
    met: large(truth.met),
    unmet: large(truth.met === null ? null : truth.people - truth.met),
  }
}
