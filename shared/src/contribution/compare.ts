import type { Direction } from '../outcomes/metric.ts'
import type { PublicCell } from '../outcomes/suppression.ts'
import { balanceOf, differenceInDifferences } from './difference.ts'
import { FEWEST_SETS, type RefusalReason } from './evidence.ts'
import { matchSchools, type ComparedSchool } from './match.ts'

/** A school with its figures as they are shown, one for each period; absent where there is none. */
export type ShownSchool = {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly tier: number | null
  /** Another partnership gives the same kind of help here: neither served nor a fair comparison. */
  readonly helpedByOthers: boolean
  readonly served: boolean
  readonly cells: readonly (PublicCell | null)[]
}
type Stretch = { readonly endsOn: string }

/** The last period that ended before help began, and the latest that ended later: the first year of help counts as after. */
export const beforeAndAfter = (
  periods: readonly Stretch[],
  startsOn: string,
): { readonly before: number; readonly after: number } => ({
  before: periods.findLastIndex(({ endsOn }) => endsOn <= startsOn),
  after: periods.findLastIndex(({ endsOn }) => endsOn > startsOn),
})

const figureAt = ({ cells }: ShownSchool, at: number) => cells[at]?.value ?? null

type Refused = { readonly reason: RefusalReason; readonly found: number; readonly needed: number }

/** What the figures say is better, where the metric has a better. An interval that holds zero says nothing. */
const findingOf = ({ low, high }: { low: number; high: number }, direction: Direction) => {
  if (low <= 0 && high >= 0) return 'no_difference' as const
  if (direction === 'neutral') return 'differs' as const
  return high < 0 === (direction === 'lower_is_better') ? ('better' as const) : ('worse' as const)
}

/**
 * A partnership's schools beside similar unserved ones, or why that is not done. Withheld figures are not known here, so
 * whatever comes out could be worked out by anybody from what is shown.
 */
export const compare = (
  schools: readonly ShownSchool[],
  { before, after }: { readonly before: number; readonly after: number },
  direction: Direction,
  chance: () => number,
) => {
  const compared = schools.flatMap((school) => {
    const [from, to] = [figureAt(school, before), figureAt(school, after)]
    const { id, level, tier } = school
    return from === null || to === null ? [] : [{ school, as: { id, level, tier, before: from, after: to } }]
  })
  const of = (which: (school: ShownSchool) => boolean): ComparedSchool[] =>
    compared.flatMap(({ school, as }) => (which(school) ? [as] : []))
  const served = of((school) => school.served)
  const refuse = (reason: RefusalReason, found: number): Refused => ({ reason, found, needed: FEWEST_SETS })
  if (served.length < FEWEST_SETS) return { refused: refuse('few_served', served.length), served }
  const { sets, alone } = matchSchools(
    served,
    of((school) => !school.served && !school.helpedByOthers),
  )
  if (sets.length < FEWEST_SETS) return { refused: refuse('few_similar', sets.length), served }
  const { sets: _, ...difference } = differenceInDifferences(sets, chance)
  return {
    refused: null,
    served,
    sets,
    alone,
    comparison: { ...difference, finding: findingOf(difference, direction), balance: balanceOf(sets) },
  }
}
