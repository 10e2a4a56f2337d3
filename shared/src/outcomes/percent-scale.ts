/** What is remembered of a column of percentages while it streams by; enough to tell which scale it is on. */
export type ScaleProfile = {
  readonly fractions: number
  readonly aboveOne: number
  readonly aboveTwenty: number
  readonly largestFraction: number
  readonly smallestAboveOne: number
  readonly whole: boolean
}

export const emptyProfile: ScaleProfile = {
  fractions: 0,
  aboveOne: 0,
  aboveTwenty: 0,
  largestFraction: 0,
  smallestAboveOne: Infinity,
  whole: true,
}

/** Takes one more number of the column into account. Zero fits every scale, and a percent sign has said which it is. */
export const observe = (profile: ScaleProfile, value: number): ScaleProfile => {
  if (value <= 0) return profile
  return value <= 1
    ? {
        ...profile,
        fractions: profile.fractions + 1,
        largestFraction: Math.max(profile.largestFraction, value),
        whole: profile.whole && value === 1,
      }
    : {
        ...profile,
        aboveOne: profile.aboveOne + 1,
        aboveTwenty: profile.aboveTwenty + (value > 20 ? 1 : 0),
        smallestAboveOne: Math.min(profile.smallestAboveOne, value),
      }
}

/** `uncertain`: nothing but zeros and ones, which may be 1 % or all; a person says which. */
export type PercentScale = 'percent' | 'fraction' | 'mixed' | 'uncertain'

/**
 * The scale of a column that should hold percentages. Everything at or under one is a column of fractions. Small and large
 * together are one scale when they run on from each other (0.4, 0.9, 1.3 percent suspended) and two when a gap parts
 * them, or when a quarter lies under one although most of the others lie above twenty. Our own rule, tried on city files.
 */
export const scaleOf = (profile: ScaleProfile): PercentScale => {
  const { fractions, aboveOne, aboveTwenty, largestFraction, smallestAboveOne, whole } = profile
  if (aboveOne === 0) return fractions === 0 || whole ? 'uncertain' : 'fraction'
  if (fractions === 0) return 'percent'
  const gap = smallestAboveOne / largestFraction > 10
  const twoCrowds = fractions >= (fractions + aboveOne) / 4 && aboveTwenty > aboveOne / 2
  return gap || twoCrowds ? 'mixed' : 'percent'
}

export type ScaledPercent = { readonly value: number; readonly note: 'as_is' | 'scaled' | 'may_be_fraction' }

/** One number of a column on the stored scale, 0 to 100. In a mixed column the small ones are kept as they are and flagged. */
export const toPercent = (value: number, scale: PercentScale, percentSign = false): ScaledPercent => {
  if (percentSign || value === 0) return { value, note: 'as_is' }
  // Twelve digits are more than any source prints; beyond them multiplying only adds noise.
  if (scale === 'fraction') return { value: Number((value * 100).toPrecision(12)), note: 'scaled' }
  const doubtful = scale !== 'percent' && value <= 1
  return { value, note: doubtful ? 'may_be_fraction' : 'as_is' }
}
