import { isFor, seatKinds, type SeatAudience, type SeatKind, type SeatTerm } from './kinds.ts'
import { meetDemand, type OpenSeats, type SeatBalance, type SeatDemand } from './meet.ts'
import type { Pathway } from './pathways.ts'

interface Place {
  readonly kind: SeatKind
  readonly audience: SeatAudience
  readonly pathway: Pathway
  readonly term: SeatTerm
}
export interface DemandRow extends Place {
  readonly school: string
  readonly seekers: number
}
export interface OfferRow extends Place {
  readonly school: string | null
  readonly seats: number
  readonly filled: number
  /** Withdrawn seats and those nobody confirmed are not open; what was filled of them stays filled. */
  readonly open: boolean
}
/** `pathway` is the group’s own, in seats of `kind` and `term`. */
export interface FillRow extends Place {
  readonly school: string
  readonly placed: number
}
export type BoardLine<Row extends DemandRow = DemandRow> = Place &
  SeatBalance & { readonly school: string; readonly seekers: number; readonly row: Row | null }

/** Open seats nobody in their reach seeks. */
export interface SpareSeats {
  readonly kind: SeatKind
  readonly audience: SeatAudience
  readonly school: string | null
  readonly seats: number
}

const keyOf = (school: string, { kind, audience, pathway, term }: Place): string =>
  [school, kind, audience, pathway, term].join('/')
const groupOf = ({ kind, audience, term }: Place): string => [kind, audience, term].join('/')

/**
 * Demand and seats side by side, each seat counted once: a line for every school, kind, pathway and term somebody seeks or
 * has a seat in. A seat answers demand of its own kind, audience and term.
 */
export const seatBoard = <Row extends DemandRow>(
  demands: readonly Row[],
  offers: readonly OfferRow[],
  fills: readonly FillRow[],
): { lines: BoardLine<Row>[]; spare: SpareSeats[] } => {
  const filled = new Map<string, number>()
  for (const fill of fills) {
    const key = keyOf(fill.school, fill)
    filled.set(key, (filled.get(key) ?? 0) + fill.placed)
  }
  const known = new Set(demands.map((row) => keyOf(row.school, row)))
  const unasked = [...Map.groupBy(fills, (fill) => keyOf(fill.school, fill))].flatMap(([key, [fill]]) =>
    known.has(key) || !fill ? [] : [{ place: fill, school: fill.school, seekers: 0, row: null }],
  )
  const asked = demands.map((row) => ({ place: row, school: row.school, seekers: row.seekers, row }))
  const groups = Map.groupBy([...asked, ...unasked], ({ place }) => groupOf(place))
  const open = Map.groupBy(
    offers.filter((offer) => offer.open && offer.seats > offer.filled),
    groupOf,
  )
  const spare: SpareSeats[] = []
  const lines = [...groups].flatMap(([group, members]) => {
    const wanted = members.map(({ place, school, seekers }): SeatDemand => ({
      school,
      pathway: place.pathway,
      seekers,
      filled: filled.get(keyOf(school, place)) ?? 0,
    }))
    const met = meetDemand(wanted, (open.get(group) ?? []).map(openSeats))
    const { kind, audience } = members[0]!.place // a group has a member
    for (const { school, open: seats } of met.spare) spare.push({ kind, audience, school, seats })
    return members.map(({ place: { pathway, term }, ...line }, at) => ({
      kind,
      audience,
      pathway,
      term,
      ...line,
      ...met.lines[at]!, // one for each
    }))
  })
  for (const [group, left] of open)
    if (!groups.has(group))
      for (const { kind, audience, school, seats, filled: taken } of left)
        spare.push({ kind, audience, school, seats: seats - taken })
  return { lines, spare }
}

const openSeats = ({ school, pathway, seats, filled }: OfferRow): OpenSeats => ({
  school,
  pathway,
  open: seats - filled,
})

/** `kind/audience` in the order they are shown. */
export const seatPlaces: readonly { kind: SeatKind; audience: SeatAudience }[] = (
  ['student', 'staff'] as const
).flatMap((audience) =>
  seatKinds.flatMap(({ code: kind }) => (isFor(kind, audience) ? [{ kind, audience }] : [])),
)
