import {
  candidatesOf,
  nearestPairs,
  type PlaceableNeed,
  type PlaceableService,
  type PlacementProblem,
} from './problem.ts'

/** A row of numbers below 1 that repeats itself for the same seed (Lehmer). */
const drawing = (seed: number) => {
  let state = (Math.abs(seed) % 2_147_483_646) + 1
  const next = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  next()
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    one: <T>(of: readonly T[]): T => of[whole(0, of.length - 1)]!,
    some: <T>(of: readonly T[], share: number): T[] => of.filter(() => next() < share),
  }
}

export type SampleSize = {
  readonly schools: number
  readonly needs: number
  readonly services: number
  readonly categories: number
  /** The most students of a need, and the most places of a service. */
  readonly students: number
  readonly places: number
  /** The size of the district in degrees. */
  readonly width: number
  readonly pairs: number
}

const grades = ['K', '1', '2', '3', '4', '5', '6', '7', '8']
const settings = ['in_school', 'after_school', 'weekend', 'virtual']

/** A made-up district with everything that limits a placement, for tests and measuring; the same for the same seed. */
export const sampleProblem = (seed: number, size: SampleSize): PlacementProblem => {
  const { next, whole, one, some } = drawing(seed)
  const point = () => ({ latitude: 40.5 + next() * size.width, longitude: -74 + next() * size.width })
  const tier = () => one([1, 2, 2, 3] as const)
  const categories = Array.from({ length: size.categories }, (_, at) => `c${at}`)
  const schools = Array.from({ length: size.schools }, (_, at) => ({
    schoolId: `s${at}`,
    at: next() < 0.95 ? point() : null,
    factor: one([1, 1.125, 1.25, 1.375, 1.5]),
  }))
  const needs = Array.from({ length: size.needs }, (_, at): PlaceableNeed => {
    const { schoolId, at: place, factor } = one(schools)
    return {
      id: `n${at}`,
      schoolId,
      at: place,
      categoryId: one(categories),
      tier: tier(),
      students: whole(0, size.students),
      grades: next() < 0.5 ? [] : some(grades, 0.3),
      languages: next() < 0.15 ? [one(['es', 'zh'])] : [],
      settings: next() < 0.2 ? some(settings, 0.5) : [],
      weight: whole(1, 5) * factor,
      oneProvider: next() < 0.2,
    }
  })
  const services = Array.from({ length: size.services }, (_, at): PlaceableService => ({
    id: `p${at}`,
    categoryIds: [one(categories)],
    tier: tier(),
    room: whole(0, size.places),
    grades: next() < 0.5 ? [] : some(grades, 0.5),
    languages: next() < 0.2 ? [] : ['en', ...some(['es', 'zh'], 0.3)],
    setting: one(settings),
    places: next() < 0.9 ? [point()] : [],
    reachMetres: next() < 0.2 ? null : whole(2000, 15_000),
  }))
  return { needs, services, candidates: nearestPairs(candidatesOf(needs, services), size.pairs) }
}

/** A district small enough to try every plan of. */
export const smallDistrict = (seed: number, needs = 6, services = 4): PlacementProblem =>
  sampleProblem(seed, {
    schools: 3,
    needs: 1 + (Math.abs(seed) % needs),
    services: 1 + (Math.abs(seed >> 4) % services),
    categories: 2,
    students: 6,
    places: 6,
    width: 0.05,
    pairs: 1000,
  })

/** The size of the largest district there is: 1,600 schools, 600 providers, 20,000 pairs that fit. */
export const realSize: SampleSize = {
  schools: 1600,
  needs: 6000,
  services: 1500,
  categories: 44,
  students: 120,
  places: 150,
  width: 0.45,
  pairs: 20_000,
}
