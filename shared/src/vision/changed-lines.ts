export interface LineChange {
  readonly change: 'same' | 'added' | 'removed'
  readonly text: string
}

/**
 * What became of a list of lines: the longest common run of lines stays, the rest was removed or added, in reading
 * order. Quadratic in the number of lines, which are a few dozen here.
 */
export const changedLines = (before: readonly string[], after: readonly string[]): LineChange[] => {
  const common: number[][] = Array.from({ length: before.length + 1 }, () => Array(after.length + 1).fill(0))
  const at = (row: number, column: number): number => common[row]?.[column] ?? 0
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--)
      common[row]![column] = // the row is in the table above
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
  const found: LineChange[] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    const [was, is] = [before[row], after[column]]
    if (was !== undefined && was === is) {
      found.push({ change: 'same', text: was })
      row++
      column++
    } else if (was !== undefined && (is === undefined || at(row + 1, column) >= at(row, column + 1))) {
      found.push({ change: 'removed', text: was })
      row++
    } else {
      found.push({ change: 'added', text: is! }) // the loop ends when both lists are read
      column++
    }
  }
  return found
}

export const differs = (changes: readonly LineChange[]): boolean =>
  changes.some(({ change }) => change !== 'same')
