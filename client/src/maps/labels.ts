/** Names are written only where few marks are in sight: more would be a wall of words. */
const most = 40
const letter = 6.6

interface Drawn {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly cluster: number | undefined
}
export interface WrittenName {
  readonly name: string
  /** At the left of its mark, where the picture ends at the right. */
  readonly before: boolean
}

/** The names that can be written beside their marks: inside the picture, and not over another name or mark. */
export const labelled = <M extends Drawn>(
  marks: readonly M[],
  width: number,
  nameOf: (mark: M) => string,
): Map<string, WrittenName> => {
  const names = new Map<string, WrittenName>()
  if (marks.length > most) return names
  const taken = marks.map(({ key, x, y }) => ({
    key,
    left: x - 16,
    right: x + 18,
    top: y - 14,
    bottom: y + 14,
  }))
  for (const mark of marks) {
    if (mark.cluster !== undefined || mark.x < 0 || mark.x > width) continue
    const name = nameOf(mark)
    const [top, bottom] = [mark.y - 8, mark.y + 8]
    const long = name.length * letter
    for (const before of [false, true]) {
      const left = before ? mark.x - 18 - long : mark.x + 19
      const right = left + long
      const free =
        left >= 0 &&
        right <= width &&
        taken.every(
          (other) =>
            other.key === mark.key ||
            left > other.right ||
            right < other.left ||
            top > other.bottom ||
            bottom < other.top,
        )
      if (!free) continue
      names.set(mark.key, { name, before })
      taken.push({ key: '', left, right, top, bottom })
      break
    }
  }
  return names
}
