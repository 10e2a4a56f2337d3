import type { Candidate, Placement, PlacementProblem } from './problem.ts'

/** Fills candidates in the order given, each as far as need and room still go. */
const fill = ({ needs, services, candidates }: PlacementProblem, order: readonly number[]): Placement[] => {
  const wanting = needs.map(({ students }) => students)
  const room = services.map((service) => service.room)
  const given = needs.map(() => false)
  return order.flatMap((candidate): Placement[] => {
    const { need, service, most } = candidates[candidate]!
    if (needs[need]!.oneProvider && given[need]) return []
    const students = Math.min(most, wanting[need]!, room[service]!)
    if (students <= 0) return []
    wanting[need]! -= students
    room[service]! -= students
    given[need] = true
    return [{ candidate, students }]
  })
}

const nearest = (a: Candidate, b: Candidate): number => (a.metres ?? Infinity) - (b.metres ?? Infinity) || 0

const ordered = (
  { candidates }: PlacementProblem,
  before: (a: Candidate, b: Candidate) => number,
): number[] => candidates.map((_, at) => at).sort((a, b) => before(candidates[a]!, candidates[b]!) || a - b)

/**
 * What happens today: whoever asks first is served first, by the nearest who has room. `asked` tells for each need when
 * it was asked.
 */
export const firstCome = (problem: PlacementProblem, asked: readonly string[]): Placement[] =>
  fill(
    problem,
    ordered(problem, (a, b) => {
      const [first, second] = [asked[a.need] ?? '', asked[b.need] ?? '']
      return first < second ? -1 : first > second ? 1 : a.need - b.need || nearest(a, b)
    }),
  )

/** The weightiest need first, the nearest service first: good, quick, and what a solver's plan is held against. */
export const greedy = (problem: PlacementProblem): Placement[] =>
  fill(
    problem,
    ordered(
      problem,
      (a, b) =>
        problem.needs[b.need]!.weight - problem.needs[a.need]!.weight || b.most - a.most || nearest(a, b),
    ),
  )
