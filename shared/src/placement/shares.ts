/** A need with the cell of the gap board (school, category, tier) it lies in. */
export type CellNeed = {
  readonly id: string
  readonly cell: string
  readonly severity: number
  /** As recorded, or the tier's expected share where nobody said. */
  readonly students: number
}

/** What a cell of the gap board amounts to: students who need it, and those somebody serves. */
export type CellStanding = { readonly demand: number; readonly supply: number }

export type NeedShare = {
  /** Its part of the cell's demand: needs of one cell that speak of the same students count them once. */
  readonly students: number
  /** Of these, those nobody serves. */
  readonly unmet: number
}

/**
 * Shares each cell among its needs, the severest first, each up to what it asks; the unmet part is spread evenly over them,
 * as the priority queue takes it. Students are conserved: a cell's shares add up to no more than its demand and its gap.
 */
export const shareCells = (
  needs: readonly CellNeed[],
  standing: ReadonlyMap<string, CellStanding>,
): Map<string, NeedShare> => {
  const shares = new Map<string, NeedShare>()
  for (const [cell, own] of Map.groupBy(needs, (need) => need.cell)) {
    const { demand, supply } = standing.get(cell) ?? { demand: 0, supply: 0 }
    const unmetShare = demand > 0 ? Math.max(0, demand - supply) / demand : 0
    let reached = 0
    for (const { id, students } of own.toSorted(
      (a, b) => b.severity - a.severity || (a.id < b.id ? -1 : 1),
    )) {
      const part = Math.max(0, Math.min(students, demand - reached))
      const unmet = Math.floor((reached + part) * unmetShare + 1e-9) - Math.floor(reached * unmetShare + 1e-9)
      shares.set(id, { students: part, unmet })
      reached += part
    }
  }
  return shares
}

/** Free places at one site, in students. */
export type FreePlaces = {
  readonly siteId: string
  readonly serviceId: string
  readonly free: number
  /** The cell of the gap board it counts in; null where it is at no school. */
  readonly cell: string | null
}

/**
 * What of free places can go elsewhere: all of those at no school, and at a school those beyond what the school itself
 * needs, so that no plan takes from a school what it lacks.
 */
export const movablePlaces = (
  sites: readonly FreePlaces[],
  standing: ReadonlyMap<string, CellStanding>,
): Map<string, number> => {
  const surplus = new Map<string, number>()
  return new Map(
    sites.map(({ siteId, free, cell }) => {
      if (cell === null) return [siteId, free]
      const { demand, supply } = standing.get(cell) ?? { demand: 0, supply: 0 }
      const left = surplus.get(cell) ?? Math.max(0, supply - demand)
      const taken = Math.min(free, left)
      surplus.set(cell, left - taken)
      return [siteId, taken]
    }),
  )
}
