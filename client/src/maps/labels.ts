/** Names are written only where few marks are in sight: more would be a wall of words. */
const most = 40
const letter = 6.6

interface Drawn {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly cluster: number | undefined
}

/** The names that can be written beside their marks without lying over another name or mark. */
export const labelled = <M extends Drawn>(
  marks: readonly M[],
  nameOf: (mark: M) => string,
): Map<string, string> => {
  const names = new Map<string, string>()
  if (marks.length > most) return names
  const taken = marks.map(({ x, y }) => ({ left: x - 16, right: x + 18, top: y - 14, bottom: y + 14 }))
  for (const [at, mark] of marks.entries()) {
    if (mark.cluster !== undefined) continue
    const name = nameOf(mark)
    const box = {
      left: mark.x + 19,
      right: mark.x + 22 + name.length * letter,
      top: mark.y - 8,
      bottom: mark.y + 8,
    }
    const free = taken.every(
      (other, of) =>
        of === at ||
        box.left > other.right ||
        box.right < other.left ||
        box.top > other.bottom ||
        box.bottom < other.top,
    )
    if (!free) continue
    names.set(mark.key, name)
    taken.push(box)
  }
  return names
}
