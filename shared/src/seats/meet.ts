import type { Pathway } from './pathways.ts'

/** People of one school who seek a place in one pathway, all of one kind, audience and term. */
export interface SeatDemand {
  readonly school: string
  readonly pathway: Pathway
  readonly seekers: number
  /** Who of the school has a seat in that pathway already. */
  readonly filled: number
}
/** Seats nobody has taken yet; `school` null is open to every school. */
export interface OpenSeats {
  readonly school: string | null
  readonly pathway: Pathway
  readonly open: number
}
export const seatStatuses = ['met', 'partly', 'unmet', 'over', 'none'] as const
export type SeatStatus = (typeof seatStatuses)[number]

/** Where a line stands, all in people: who seeks, who has a seat, which open seats are counted to it, who is left. */
export interface SeatBalance {
  readonly filled: number
  readonly reach: number
  readonly unmet: number
  /** More of the school have a seat than it said were seeking one. */
  readonly over: number
  readonly status: SeatStatus
}

const suits = (demand: SeatDemand, seats: OpenSeats): boolean =>
  (seats.school === null || seats.school === demand.school) &&
  (seats.pathway === 'any' || demand.pathway === 'any' || seats.pathway === demand.pathway)

const balance = ({ seekers, filled }: SeatDemand, reach: number): SeatBalance => {
  const unmet = Math.max(0, seekers - filled - reach)
  const over = Math.max(0, filled - seekers)
  const status =
    over > 0 ? 'over' : seekers === 0 ? 'none' : unmet === 0 ? 'met' : unmet < seekers ? 'partly' : 'unmet'
  return { filled, reach, unmet, over, status }
}

/**
 * Which open seats meet which demand: as many people as possible, a seat for one of them only, so that nobody is called
 * unmet while a seat they could take is counted as spare. The seats fewest can take go first; among lines that compete the
 * earlier one is served first. Source: domain C16 (seats against demand, by school, pathway and term); the assignment is
 * a maximum flow by augmenting paths.
 */
export const meetDemand = (
  demands: readonly SeatDemand[],
  supply: readonly OpenSeats[],
): { lines: SeatBalance[]; spare: OpenSeats[] } => {
  const pools = [...Map.groupBy(supply, ({ school, pathway }) => `${school ?? ''}/${pathway}`).values()]
    .map((same) => ({ ...same[0]!, open: same.reduce((sum, { open }) => sum + open, 0) })) // a group has a member
    .filter(({ open }) => open > 0)
    .sort((a, b) => breadth(a) - breadth(b))
  const left = pools.map(({ open }) => open)
  const lacking = demands.map(({ seekers, filled }) => Math.max(0, seekers - filled))
  const byPlace = new Map(pools.map(({ school, pathway }, at) => [`${school ?? ''}/${pathway}`, at]))
  const poolsOf = demands.map((demand) => poolsFor(demand, pools, byPlace))
  const given = demands.map(() => new Map<number, number>())
  const takers = pools.map(() => new Set<number>())
  const move = (line: number, pool: number, people: number) => {
    const now = (given[line]!.get(pool) ?? 0) + people
    if (now > 0) given[line]!.set(pool, now)
    else given[line]!.delete(pool)
    if (now > 0) takers[pool]!.add(line)
    else takers[pool]!.delete(line)
  }
  for (const line of demands.keys())
    for (const pool of poolsOf[line]!) {
      const people = Math.min(lacking[line]!, left[pool]!)
      if (people === 0) continue
      move(line, pool, people)
      lacking[line]! -= people
      left[pool]! -= people
    }
  for (const line of demands.keys())
    while (lacking[line]! > 0) {
      const way = wayToSpare(line, poolsOf, given, takers, left)
      if (!way) break
      const people = Math.min(
        lacking[line]!,
        left[way.at(-1)!.pool]!,
        ...way.slice(1).map(({ frees }) => frees),
      )
      way.forEach(({ line: taker, pool }, step) => {
        move(taker, pool, people)
        if (step > 0) move(taker, way[step - 1]!.pool, -people)
      })
      lacking[line]! -= people
      left[way.at(-1)!.pool]! -= people
    }
  return {
    lines: demands.map((demand, line) =>
      balance(
        demand,
        [...given[line]!.values()].reduce((sum, people) => sum + people, 0),
      ),
    ),
    spare: pools.map((pool, at) => ({ ...pool, open: left[at]! })).filter(({ open }) => open > 0),
  }
}

const breadth = ({ school, pathway }: OpenSeats): number =>
  (school === null ? 2 : 0) + (pathway === 'any' ? 1 : 0)

/** The pools a line may draw on, those fewest can take first. */
const poolsFor = (
  demand: SeatDemand,
  pools: readonly OpenSeats[],
  byPlace: ReadonlyMap<string, number>,
): number[] =>
  demand.pathway === 'any'
    ? pools.flatMap((pool, at) => (suits(demand, pool) ? [at] : []))
    : [demand.school, ''].flatMap((school) =>
        [demand.pathway, 'any'].flatMap((pathway) => byPlace.get(`${school}/${pathway}`) ?? []),
      )

interface Step {
  readonly line: number
  readonly pool: number
  /** How many of the line the step before lets go. */
  readonly frees: number
}

/** How a line could be served by others moving over to seats that are still open; the shortest such way. */
const wayToSpare = (
  start: number,
  poolsOf: readonly (readonly number[])[],
  given: readonly ReadonlyMap<number, number>[],
  takers: readonly ReadonlySet<number>[],
  left: readonly number[],
): Step[] | undefined => {
  const queue: (Step & { before: number })[] = poolsOf[start]!.map((pool) => ({
    line: start,
    pool,
    frees: Infinity,
    before: -1,
  }))
  const seen = new Set(poolsOf[start])
  for (let at = 0; at < queue.length; at++) {
    const { pool } = queue[at]!
    if (left[pool]! > 0) {
      const way: Step[] = []
      for (let step = at; step >= 0; step = queue[step]!.before) way.unshift(queue[step]!)
      return way
    }
    for (const line of takers[pool]!)
      for (const next of poolsOf[line]!) {
        if (seen.has(next)) continue
        seen.add(next)
        queue.push({ line, pool: next, frees: given[line]!.get(pool)!, before: at })
      }
  }
  return undefined
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
