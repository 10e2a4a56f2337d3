import type { Difference } from './vocabulary.ts'

/** When help happens; null and empty leave it open. Times are `HH:MM`, days ISO dates. */
export type Times = {
  readonly weekdays: readonly string[]
  readonly opensAt: string | null
  readonly closesAt: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** Help at a school as far as another may double it. Null and empty: nobody has said, which speaks for neither. */
export type Delivery = {
  readonly schoolId: string
  readonly categoryId: string
  readonly tier: number | null
  readonly audience: string | null
  readonly grades: readonly string[]
  readonly languages: readonly string[]
  readonly setting: string | null
  readonly times: readonly Times[]
}

const apart = (a: string | number | null, b: string | number | null): boolean =>
  a !== null && b !== null && a !== b

/** Both lists say something, and nothing of it is in both. */
const disjoint = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one))

const before = (end: string | null, start: string | null, touching: boolean): boolean =>
  end !== null && start !== null && (touching ? end <= start : end < start)

const meet = (a: Times, b: Times): boolean =>
  !disjoint(a.weekdays, b.weekdays) &&
  !before(a.endsOn, b.startsOn, false) &&
  !before(b.endsOn, a.startsOn, false) &&
  !before(a.closesAt, b.opensAt, true) &&
  !before(b.closesAt, a.opensAt, true)

/** Settings that name a time of the day or year; the others only name a place. */
const timed = ['in_school', 'after_school', 'weekend', 'summer']

const atOtherTimes = (a: Delivery, b: Delivery): boolean => {
  if (a.times.length > 0 && b.times.length > 0)
    return !a.times.some((one) => b.times.some((other) => meet(one, other)))
  const [first, second] = [a.setting, b.setting]
  return (
    first !== null && second !== null && first !== second && timed.includes(first) && timed.includes(second)
  )
}

const differs: Readonly<Record<Difference, (a: Delivery, b: Delivery) => boolean>> = {
  school: (a, b) => a.schoolId !== b.schoolId,
  category: (a, b) => a.categoryId !== b.categoryId,
  tier: (a, b) => apart(a.tier, b.tier),
  audience: (a, b) => apart(a.audience, b.audience),
  grades: (a, b) => disjoint(a.grades, b.grades),
  language: (a, b) => disjoint(a.languages, b.languages),
  time: atOtherTimes,
}
const order = Object.keys(differs) as Difference[]

/** Everything that tells two apart. None: one may double the other (domain D7: same school, kind of help, people, time). */
export const differences = (a: Delivery, b: Delivery): Difference[] =>
  order.filter((one) => differs[one](a, b))

export const mayDuplicate = (a: Delivery, b: Delivery): boolean => differences(a, b).length === 0
