import type { AttackModel, Question, Row } from './attack-model.ts'

/** The model cut into the parts that share no unknown: small programmes instead of one large one. */
export const attackParts = ({ columns, rows, questions }: AttackModel): AttackModel[] => {
  const leader = columns.map((_, at) => at)
  const find = (at: number): number => {
    let top = at
    while (leader[top] !== top) top = leader[top] = leader[leader[top]!]!
    return top
  }
  for (const { terms } of rows)
    for (const { column } of terms) leader[find(column)] = find(terms[0]?.column ?? column)
  const places = new Map<number, number>()
  const parts = new Map<
    number,
    { columns: AttackModel['columns'][number][]; rows: Row[]; questions: Question[] }
  >()
  columns.forEach((range, at) => {
    const top = find(at)
    const part = parts.get(top) ?? { columns: [], rows: [], questions: [] }
    parts.set(top, part)
    places.set(at, part.columns.push(range) - 1)
  })
  const moved = <Has extends Pick<Row, 'terms'>>(has: Has): Has => ({
    ...has,
    terms: has.terms.map(({ column, factor }) => ({ column: places.get(column)!, factor })),
  })
  const home = ({ terms }: Pick<Row, 'terms'>) => (terms[0] ? parts.get(find(terms[0].column)) : undefined)
  for (const row of rows) home(row)?.rows.push(moved(row))
  for (const question of questions) home(question)?.questions.push(moved(question))
  return [...parts.values()]
}
