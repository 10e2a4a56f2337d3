import { fourCs, peopleKinds, type FourC, type PeopleKind } from './vocabulary.ts'

/** Of each C: null where it was not meant, else the line that says how, which may still be blank. */
export type Evidence = Readonly<Record<FourC, string | null>>
type Reached = Readonly<Record<PeopleKind, number | null>>

/** The Cs with a line that says how. A claim without one does not count (domain 3.1). */
export const builtOf = (evidence: Evidence): FourC[] =>
  fourCs.flatMap(({ code }) => ((evidence[code] ?? '').trim() === '' ? [] : [code]))

/** For whom an activity was: those it was meant for, and those it reached. */
export const audiencesOf = (meant: readonly PeopleKind[], reached: Reached): PeopleKind[] =>
  peopleKinds.flatMap(({ code }) => (meant.includes(code) || (reached[code] ?? 0) > 0 ? [code] : []))

export const readings = ['strict', 'lenient', 'any'] as const
export type Reading = (typeof readings)[number]

/**
 * How an engagement activity counts. Strict: all four Cs for families and for staff, which is what the words of the objective
 * say. Lenient: all four for anybody. Any: at least one. Source: domain 3.1, rule of objective 21.
 */
export const readingsOf = (
  built: number,
  audiences: readonly PeopleKind[],
): Readonly<Record<Reading, boolean>> => ({
  strict: built === fourCs.length && audiences.includes('families') && audiences.includes('staff'),
  lenient: built === fourCs.length,
  any: built > 0,
})

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
