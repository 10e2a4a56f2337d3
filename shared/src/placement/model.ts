import type { Placement, PlacementProblem } from './problem.ts'

/** A mixed-integer programme in compressed rows: maximise cost · x within the bounds of columns and rows. */
export type PlacementModel = {
  readonly cost: Float64Array
  readonly columnUpper: Float64Array
  readonly rowUpper: Float64Array
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
  /** Columns from here on say yes or no: whether a candidate is used at all. */
  readonly firstChoice: number
  /** The candidate of each column. */
  readonly candidateOf: Int32Array
}

/**
 * One column of students per candidate. A service gives no more than its room and a need takes no more than its
 * students, which makes a transport problem whose best corners are whole numbers. A group that is not to be divided
 * adds a choice per candidate: students only where chosen, chosen at most once.
 */
export const modelOf = ({ needs, services, candidates }: PlacementProblem): PlacementModel => {
  const chosen = candidates.flatMap(({ need }, at) => (needs[need]!.oneProvider ? [at] : []))
  const choiceOf = new Map(chosen.map((candidate, at) => [candidate, candidates.length + at]))
  const byNeed = Array.from({ length: needs.length }, (): number[] => [])
  const byService = Array.from({ length: services.length }, (): number[] => [])
  candidates.forEach(({ need, service }, at) => {
    byNeed[need]!.push(at)
    byService[service]!.push(at)
  })
  const rowUpper: number[] = []
  const starts: number[] = []
  const columns: number[] = []
  const values: number[] = []
  const row = (upper: number, entries: readonly (readonly [column: number, value: number])[]): void => {
    if (entries.length === 0) return
    starts.push(columns.length)
    rowUpper.push(upper)
    for (const [column, value] of entries) {
      columns.push(column)
      values.push(value)
    }
  }
  byService.forEach((own, at) =>
    row(
      services[at]!.room,
      own.map((candidate) => [candidate, 1]),
    ),
  )
  byNeed.forEach((own, at) => {
    row(
      needs[at]!.students,
      own.map((candidate) => [candidate, 1]),
    )
    if (needs[at]!.oneProvider)
      row(
        1,
        own.map((candidate) => [choiceOf.get(candidate)!, 1]),
      )
  })
  for (const candidate of chosen)
    row(0, [
      [candidate, 1],
      [choiceOf.get(candidate)!, -candidates[candidate]!.most],
    ])
  return {
    cost: Float64Array.from([...candidates.map(({ need }) => needs[need]!.weight), ...chosen.map(() => 0)]),
    columnUpper: Float64Array.from([...candidates.map(({ most }) => most), ...chosen.map(() => 1)]),
    rowUpper: Float64Array.from(rowUpper),
    starts: Int32Array.from([...starts, columns.length]),
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
    firstChoice: candidates.length,
    candidateOf: Int32Array.from([...candidates.keys(), ...chosen]),
  }
}

/** A plan as values of the model's columns: where a solver may begin. */
export const columnsOf = (model: PlacementModel, plan: readonly Placement[]): Float64Array => {
  const students = new Map(plan.map((placement) => [placement.candidate, placement.students]))
  return Float64Array.from(model.candidateOf, (candidate, column) => {
    const placed = students.get(candidate) ?? 0
    return column < model.firstChoice ? placed : Number(placed > 0)
  })
}

/** What a solver found, as a plan of whole students. A fraction left by its tolerance is cut, never rounded up. */
export const planOf = (model: PlacementModel, columns: ArrayLike<number>): Placement[] =>
  Array.from({ length: model.firstChoice }, (_, candidate) => ({
    candidate,
    students: Math.floor(columns[candidate]! + 1e-6),
  })).filter(({ students }) => students > 0)
