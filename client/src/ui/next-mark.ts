import type { Point } from './pan-zoom.ts'

const ways: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** The mark an arrow key leads to: the nearest in that direction, straight ahead before aside. Nothing at the edge. */
export const nextMark = <M extends Point>(from: Point, marks: readonly M[], key: string): M | undefined => {
  const way = ways[key]
  if (!way) return undefined
  let [found, nearest]: [M | undefined, number] = [undefined, Infinity]
  for (const mark of marks) {
    const [dx, dy] = [mark.x - from.x, mark.y - from.y]
    const ahead = dx * way.x + dy * way.y
    const aside = Math.abs(dx * way.y - dy * way.x)
    if (ahead <= 0.5 || aside > ahead * 3) continue
    const distance = ahead + aside * 2
    if (distance < nearest) [found, nearest] = [mark, distance]
  }
  return found
}
