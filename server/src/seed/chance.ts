/** Numbers that look random and are the same on every run: mulberry32. */
export interface Chance {
  /** From 0 up to and without 1. */
  next: () => number
  whole: (from: number, to: number) => number
  pick: <T>(items: readonly T[]) => T
}

export const chanceFrom = (seed: number): Chance => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return { next, whole, pick: (items) => items[whole(0, items.length - 1)]! }
}
