import type { AttackModel, Column, Question, Row } from './attack-model.ts'

/** A sum of more than this many unknowns ties places together that have little else in common. */
const longSum = 30

/** Unknowns by what ties them closely: the group each belongs to, numbered in the order of the model. */
const closeGroups = ({ columns, rows }: AttackModel): number[][] => {
  const leader = columns.map((_, at) => at)
  const find = (at: number): number => {
    let top = at
    while (leader[top] !== top) top = leader[top] = leader[leader[top]!]!
    return top
  }
  for (const { terms } of rows)
    if (terms.length <= longSum) for (const { column } of terms) leader[find(column)] = find(terms[0]!.column)
  const groups = new Map<number, number[]>()
  columns.forEach((_, at) => {
    const top = find(at)
    const group = groups.get(top)
    if (group) group.push(at)
    else groups.set(top, [at])
  })
  return [...groups.values()]
}

/** The groups so ordered that those in the same long sums stand together; a rare sum says more than a common one. */
const alikeTogether = ({ rows, columns }: AttackModel, groups: number[][]) => {
  const groupOf = new Int32Array(columns.length)
  groups.forEach((group, at) => {
    for (const column of group) groupOf[column] = at
  })
  const sums = groups.map((): string[] => [])
  const long = rows.filter(({ terms }) => terms.length > longSum)
  long.sort((one, other) => one.terms.length - other.terms.length)
  long.forEach(({ terms }, rank) => {
    const name = String(rank).padStart(4, '0')
    for (const { column } of terms) {
      const of = sums[groupOf[column]!]!
      if (of.at(-1) !== name) of.push(name)
    }
  })
  const names = sums.map((of) => of.join())
  return groups
    .map((_, at) => at)
    .sort((one, other) => (names[one]! < names[other]! ? -1 : names[one]! > names[other]! ? 1 : one - other))
    .map((at) => groups[at]!)
}

/** Which block each unknown is in: whole groups, one beside the next, filled to `size`. */
const blockOfEach = (model: AttackModel, size: number): { of: Int32Array; count: number } => {
  const of = new Int32Array(model.columns.length)
  let [block, filled] = [0, 0]
  for (const group of alikeTogether(model, closeGroups(model))) {
    if (filled > 0 && filled + group.length > size) [block, filled] = [block + 1, 0]
    filled += group.length
    for (const column of group) of[column] = block
  }
  return { of, count: block + 1 }
}

/**
 * A large model as small ones in which all other unknowns stand at what they really are. What fits a small one fits the
 * large one, so a range that is wide there is wide; only one that is narrow says nothing yet.
 */
export const attackBlocks = (model: AttackModel, size: number): AttackModel[] => {
  const { of, count } = blockOfEach(model, size)
  const blocks = Array.from({ length: count }, () => ({
    columns: [] as Column[],
    rows: [] as Row[],
    questions: [] as Question[],
  }))
  const place = model.columns.map((column, at) => blocks[of[at]!]!.columns.push(column) - 1)
  for (const { terms, low, high } of model.rows) {
    const inside = new Map<number, Row['terms'][number][]>()
    let whole = 0
    for (const { column, factor } of terms) {
      whole += factor * model.columns[column]!.at
      const own = { column: place[column]!, factor }
      const there = inside.get(of[column]!)
      if (there) there.push(own)
      else inside.set(of[column]!, [own])
    }
    for (const [block, own] of inside) {
      const { rows, columns } = blocks[block]!
      const others = whole - own.reduce((sum, { column, factor }) => sum + factor * columns[column]!.at, 0)
      rows.push({ terms: own, low: low - others, high: high - others })
    }
  }
  for (const question of model.questions) {
    const [first] = question.terms // the people of one cell and who of them meets: tied closely, so in one block
    if (!first) continue
    const terms = question.terms.map(({ column, factor }) => ({ column: place[column]!, factor }))
    blocks[of[first.column]!]!.questions.push({ ...question, terms })
  }
  return blocks.filter(({ questions }) => questions.length > 0)
}
