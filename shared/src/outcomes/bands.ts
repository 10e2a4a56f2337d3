/** A limit printed instead of a number: below 25 %, above 90 %, fewer than 10 people. */
export type Bound = {
  readonly kind: 'below' | 'above'
  readonly value: number
  readonly unit: 'percent' | 'people' | 'points'
  /** The limit itself is possible: "95 or more" rather than "above 95". */
  readonly inclusive?: boolean
}

/** Round limits a reader knows at sight. The width follows the size of the group, as in federal assessment reporting. */
const LIMITS = [1, 2, 5, 10, 20, 25, 50] as const

/** The sizes of group a printed limit gives away, since the limit follows the size. */
export const sizesBehind = (limit: number, threshold: number): { low: number; high: number } => {
  const narrower = LIMITS.findLast((other) => other < limit)
  return {
    low: Math.ceil((100 * threshold) / limit),
    high: narrower === undefined ? Infinity : Math.ceil((100 * threshold) / narrower) - 1,
  }
}

/**
 * Where a source prints a rate without its denominator. Narrower than Maryland's codes (5 and 95), because survey results
 * are published in whole percents and a district's target sits at 95; "nobody" still cannot be told from "hardly anybody".
 */
export const UNSIZED_LIMIT = 2

export type RateReading =
  { readonly kind: 'show' } | { readonly kind: 'band'; readonly bound: Bound } | { readonly kind: 'hide' }

/**
 * How a rate may be printed when its group itself is large enough. Few who meet it, or few who do not, become a band wide
 * enough to hold every number under the threshold, none and all included: "nobody" and "everybody" say it of each person.
 */
export const readRate = (met: number, people: number, threshold: number): RateReading => {
  const [few, fewLeft] = [met < threshold, people - met < threshold]
  if (!few && !fewLeft) return { kind: 'show' }
  const limit = LIMITS.find((limit) => limit * people >= 100 * threshold)
  if (limit === undefined || (few && fewLeft)) return { kind: 'hide' }
  return {
    kind: 'band',
    bound: { kind: few ? 'below' : 'above', value: few ? limit : 100 - limit, unit: 'percent' },
  }
}

/** The same for a rate whose group size is not known: none and all are banded together with their nearest neighbours. */
export const readUnsizedRate = (percent: number): RateReading => {
  const [few, fewLeft] = [percent < UNSIZED_LIMIT, percent > 100 - UNSIZED_LIMIT]
  if (!few && !fewLeft) return { kind: 'show' }
  const value = few ? UNSIZED_LIMIT : 100 - UNSIZED_LIMIT
  return { kind: 'band', bound: { kind: few ? 'below' : 'above', value, unit: 'percent' } }
}

/** A bound in words: "fewer than 10", "<25%", "menos de 10", "≤5%". */
export const boundInWords = (
  { kind, value, unit, inclusive }: Bound,
  language: 'en' | 'es' = 'en',
): string => {
  const amount = unit === 'percent' ? `${value}%` : `${value}`
  if (unit !== 'people')
    return `${kind === 'below' ? (inclusive ? '≤' : '<') : inclusive ? '≥' : '>'}${amount}`
  if (language === 'es') {
    if (inclusive) return `${amount} o ${kind === 'below' ? 'menos' : 'más'}`
    return `${kind === 'below' ? 'menos' : 'más'} de ${amount}`
  }
  if (inclusive) return `${amount} or ${kind === 'below' ? 'fewer' : 'more'}`
  return `${kind === 'below' ? 'fewer' : 'more'} than ${amount}`
}
