/** Fewer pairs than this show anything by chance. */
export const FEWEST_PAIRS = 10

export type Association = {
  /** Pearson's correlation of the pairs that are shown, −1 to 1. */
  readonly r: number
  readonly low: number
  readonly high: number
  readonly pairs: number
  readonly strength: 'none' | 'weak' | 'moderate' | 'strong'
  readonly direction: 'together' | 'opposite'
}

/**
 * What a correlation says in words, with its 95 % interval by Fisher's transformation; null where there are too few pairs
 * or one of both never varies. "None" is said where the interval holds zero: chance alone could have made it. The words
 * follow Evans 1996 (weak below 0.4, strong from 0.6). It says that two things go together, never why.
 */
export const associationOf = (correlation: number | null, pairs: number): Association | null => {
  if (correlation === null || Number.isNaN(correlation) || pairs < FEWEST_PAIRS) return null
  const r = Math.max(-1, Math.min(1, correlation))
  const z = Math.atanh(Math.max(-0.999999, Math.min(0.999999, r)))
  const reach = 1.959964 / Math.sqrt(pairs - 3)
  const [low, high] = [Math.tanh(z - reach), Math.tanh(z + reach)]
  const size = Math.abs(r)
  const strength = low <= 0 && high >= 0 ? 'none' : size < 0.4 ? 'weak' : size < 0.6 ? 'moderate' : 'strong'
  return { r, low, high, pairs, strength, direction: r < 0 ? 'opposite' : 'together' }
}
