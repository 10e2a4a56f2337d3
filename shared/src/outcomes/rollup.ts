/** One school's figure on its way into the district's: a count, a percentage 0–100, or a score. */
export type Part = {
  readonly value: number | null
  /** Denominator of a rate, people behind a score. */
  readonly n: number | null
  readonly numerator?: number | null
}

export type RolledUp = {
  readonly value: number | null
  readonly n: number | null
  readonly numerator: number | null
  /** `unweighted` is a plain mean of rates, shown with that word because small schools count in it as much as large ones. */
  readonly method: 'sum' | 'weighted' | 'unweighted' | 'none'
  readonly parts: number
  /** Parts without a figure, or without the size a weight needs: they are left out, never taken for zero. */
  readonly leftOut: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const nothing = (parts: number): RolledUp => ({
  value: null,
  n: null,
  numerator: null,
  method: 'none',
  parts: 0,
  leftOut: parts,
})

/**
 * The district's figure from its schools' own. Counts add up; rates and scores are weighted by the people behind them. A
 * mean of rates is given only where no school states its size, and only to a caller who asks for it by name.
 */
export const rollUp = (
  parts: readonly Part[],
  measure: 'count' | 'rate' | 'score',
  { allowUnweighted = false }: { readonly allowUnweighted?: boolean } = {},
): RolledUp => {
  const known = parts.flatMap(({ value, n, numerator }) => (value === null ? [] : [{ value, n, numerator }]))
  if (known.length === 0) return nothing(parts.length)
  if (measure === 'count') {
    const value = sum(known.map((part) => part.value))
    return {
      value,
      n: value,
      numerator: null,
      method: 'sum',
      parts: known.length,
      leftOut: parts.length - known.length,
    }
  }
  const sized = known.flatMap((part) => (part.n !== null && part.n > 0 ? [{ ...part, n: part.n }] : []))
  if (sized.length > 0) {
    const n = sum(sized.map((part) => part.n))
    const perPerson = measure === 'rate' ? 100 : 1
    const total = sum(sized.map((part) => part.numerator ?? (part.value * part.n) / perPerson))
    const numerator = measure === 'rate' ? Math.round(total) : null
    const value = (perPerson * total) / n
    return {
      value,
      n,
      numerator,
      method: 'weighted',
      parts: sized.length,
      leftOut: parts.length - sized.length,
    }
  }
  // Schools that state a size of nobody are known to be empty; only an unknown size leaves room for a plain mean.
  const unsized = known.filter((part) => part.n === null)
  if (!allowUnweighted || unsized.length === 0) return nothing(parts.length)
  const value = sum(unsized.map((part) => part.value)) / unsized.length
  const leftOut = parts.length - unsized.length
  return { value, n: null, numerator: null, method: 'unweighted', parts: unsized.length, leftOut }
}

/** Raised with every change of this rule that changes a figure; what explains the figure says it. */
export const RULE_VERSION = 1
