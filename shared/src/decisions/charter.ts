import { methodTerms, type Seat } from '../meetings/sections.ts'
import { codesOf } from '../vocabulary/terms.ts'

export type Method = (typeof methodTerms)[number]['code']
export const methods = codesOf(methodTerms)

/** Seats that a charter should name somewhere: decisions about young people are taken with them and their families (A21). */
export const heardSeats = ['youth', 'family'] as const satisfies readonly Seat[]

/** Of the lines of a charter, those at whose table nobody of the youth or of the families sits. */
export const unheard = <Line extends { readonly seats: readonly string[] }>(
  lines: readonly Line[],
): { seat: (typeof heardSeats)[number]; lines: Line[] }[] =>
  heardSeats
    .map((seat) => ({ seat, lines: lines.filter(({ seats }) => !seats.includes(seat)) }))
    .filter(({ lines: without }) => without.length > 0)

export interface Votes {
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly votesAbstained: number | null
}

/** Methods that count; the others need no figures. */
export const countedMethods: readonly Method[] = ['majority', 'supermajority', 'unanimous']

/**
 * Why a decision was not taken by its method (domain 3.13): consensus is blocked by nobody, a majority is more than half
 * of all votes, a supermajority two thirds, unanimous everyone; consultation and delegation need no votes.
 */
export const methodProblem = (
  method: Method,
  votes: Votes,
): 'no-votes' | 'too-few' | 'blocked' | undefined => {
  const [yes, no, abstained] = [votes.votesFor ?? 0, votes.votesAgainst ?? 0, votes.votesAbstained ?? 0]
  if (method === 'consensus') return no > 0 ? 'blocked' : undefined
  if (!countedMethods.includes(method)) return undefined
  const all = yes + no + abstained
  if (votes.votesFor === null || all === 0) return 'no-votes'
  const enough =
    method === 'majority' ? yes * 2 > all : method === 'supermajority' ? yes * 3 >= all * 2 : yes === all
  return enough ? undefined : 'too-few'
}

/** Seats that must be at the table and are not. */
export const emptySeats = (seats: readonly string[], present: readonly string[]): string[] =>
  seats.filter((seat) => !present.includes(seat))
