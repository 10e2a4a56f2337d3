import { metresBetween, type Point } from '../matching/geography.ts'

/** A need as far as placing help is concerned: how many of its students nobody serves yet, and what fits it. */
export type PlaceableNeed = {
  readonly id: string
  readonly schoolId: string
  readonly categoryId: string
  readonly tier: 1 | 2 | 3
  /** Students nobody serves yet: more than these are never placed. */
  readonly students: number
  /** Empty: all of the school's. */
  readonly grades: readonly string[]
  /** Languages of which one has to be spoken; empty: any will do. */
  readonly languages: readonly string[]
  /** Settings that are acceptable; empty: all are. */
  readonly settings: readonly string[]
  readonly at: Point | null
  /** What serving one of its students is worth: severity × equity factor. Above 0. */
  readonly weight: number
  /** A group that is not to be divided among providers. */
  readonly oneProvider: boolean
}

/** What an organisation has room for. */
export type PlaceableService = {
  readonly id: string
  readonly categoryIds: readonly string[]
  readonly tier: 1 | 2 | 3
  /** Students it can take on beside those it serves. */
  readonly room: number
  readonly grades: readonly string[]
  readonly languages: readonly string[]
  readonly setting: string
  /** Where it is given or goes out from; none: nobody knows. */
  readonly places: readonly Point[]
  /** How far it goes from the nearest of them; null: anywhere in the district. */
  readonly reachMetres: number | null
}

/** A need and a service that fit each other, and the most students that could be placed between them. */
export type Candidate = {
  readonly need: number
  readonly service: number
  readonly most: number
  readonly metres: number | null
}

export type PlacementProblem = {
  readonly needs: readonly PlaceableNeed[]
  readonly services: readonly PlaceableService[]
  readonly candidates: readonly Candidate[]
}

/** So many students of a candidate's need placed with its service. */
export type Placement = { readonly candidate: number; readonly students: number }

const meet = (wanted: readonly string[], given: readonly string[]): boolean =>
  wanted.length === 0 || given.length === 0 || wanted.some((one) => given.includes(one))

/** Whole metres from a need's school to the nearest place of a service; null where either is not known. */
export const metresFor = (
  { at }: Pick<PlaceableNeed, 'at'>,
  { places }: Pick<PlaceableService, 'places'>,
): number | null =>
  at === null || places.length === 0
    ? null
    : Math.round(places.reduce((least, place) => Math.min(least, metresBetween(at, place)), Infinity))

/** Every limit with what it asks; a distance nobody knows and a language or grade nobody named break none. */
const limits = {
  category: (need, service) => service.categoryIds.includes(need.categoryId),
  tier: (need, service) => service.tier === need.tier,
  grades: (need, service) => meet(need.grades, service.grades),
  language: (need, service) => meet(need.languages, service.languages),
  setting: (need, service) => need.settings.length === 0 || need.settings.includes(service.setting),
  room: (need, service) => service.room > 0 && need.students > 0,
  distance: (_, service, metres) =>
    service.setting === 'virtual' ||
    service.reachMetres === null ||
    metres === null ||
    metres <= service.reachMetres,
} satisfies Record<string, (need: PlaceableNeed, service: PlaceableService, metres: number | null) => boolean>

/** Why a service does not fit a need. */
export type Misfit = keyof typeof limits
export const misfits = Object.keys(limits) as Misfit[]

const limitList: readonly [
  Misfit,
  (need: PlaceableNeed, service: PlaceableService, metres: number | null) => boolean,
][] = misfits.map((misfit) => [misfit, limits[misfit]])

/** Empty when it fits. */
export const misfitsOf = (
  need: PlaceableNeed,
  service: PlaceableService,
  metres = metresFor(need, service),
): Misfit[] => limitList.flatMap(([misfit, holds]) => (holds(need, service, metres) ? [] : [misfit]))

const byCategory = (services: readonly PlaceableService[]): Map<string, number[]> => {
  const found = new Map<string, number[]>()
  services.forEach(({ categoryIds }, at) => {
    for (const id of categoryIds) found.set(id, [...(found.get(id) ?? []), at])
  })
  return found
}

/** Every pair that fits, in the order of needs and services. Only services of the need's category are looked at. */
export const candidatesOf = (
  needs: readonly PlaceableNeed[],
  services: readonly PlaceableService[],
): Candidate[] => {
  const offered = byCategory(services)
  const near = limitList.filter(([misfit]) => misfit !== 'category' && misfit !== 'distance')
  return needs.flatMap((need, at) =>
    (offered.get(need.categoryId) ?? []).flatMap((place): Candidate[] => {
      const service = services[place]!
      if (!near.every(([, holds]) => holds(need, service, null))) return []
      const metres = metresFor(need, service)
      if (!limits.distance(need, service, metres)) return []
      return [{ need: at, service: place, most: Math.min(need.students, service.room), metres }]
    }),
  )
}

/** How often each limit keeps services of a need's category from it: what to say when nothing fits. */
export const obstaclesOf = (
  needs: readonly PlaceableNeed[],
  services: readonly PlaceableService[],
): Partial<Record<Misfit, number>> => {
  const offered = byCategory(services)
  const counts: Partial<Record<Misfit, number>> = {}
  const count = (misfit: Misfit): void => void (counts[misfit] = (counts[misfit] ?? 0) + 1)
  for (const need of needs) {
    const own = offered.get(need.categoryId) ?? []
    if (own.length === 0) count('category')
    for (const place of own) misfitsOf(need, services[place]!).forEach(count)
  }
  return counts
}

/** No more than `most` pairs: of each need the nearest services, as many for every need. */
export const nearestPairs = (candidates: readonly Candidate[], most: number): readonly Candidate[] => {
  if (candidates.length <= most) return candidates
  const place = new Map<Candidate, number>()
  const ofNeed = Map.groupBy(candidates, ({ need }) => need)
  for (const own of ofNeed.values())
    own
      .toSorted((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity) || a.service - b.service)
      .forEach((candidate, at) => place.set(candidate, at))
  let each = 0
  const within = (limit: number): number =>
    [...ofNeed.values()].reduce((sum, own) => sum + Math.min(own.length, limit), 0)
  while (within(each + 1) <= most) each++
  return candidates.filter((candidate) => place.get(candidate)! < Math.max(1, each))
}

/** What a plan is worth: the students it serves, each weighed by severity and equity. */
export const valueOf = ({ needs, candidates }: PlacementProblem, plan: readonly Placement[]): number =>
  plan.reduce(
    (sum, { candidate, students }) => sum + students * needs[candidates[candidate]!.need]!.weight,
    0,
  )

export const studentsOf = (plan: readonly Placement[]): number =>
  plan.reduce((sum, { students }) => sum + students, 0)

export type Breach = 'not_whole' | 'beyond_candidate' | 'beyond_need' | 'beyond_room' | 'divided_group'

/** The limits a plan breaks; empty for one that can be carried out. */
export const breachesOf = (
  { needs, services, candidates }: PlacementProblem,
  plan: readonly Placement[],
): Breach[] => {
  const breaches = new Set<Breach>()
  const [ofNeed, ofService] = [new Map<number, number>(), new Map<number, number>()]
  const providers = new Map<number, number>()
  for (const { candidate, students } of plan) {
    const { need, service, most } = candidates[candidate]!
    if (!Number.isInteger(students) || students < 0) breaches.add('not_whole')
    if (students > most) breaches.add('beyond_candidate')
    ofNeed.set(need, (ofNeed.get(need) ?? 0) + students)
    ofService.set(service, (ofService.get(service) ?? 0) + students)
    if (students > 0) providers.set(need, (providers.get(need) ?? 0) + 1)
  }
  for (const [need, students] of ofNeed) if (students > needs[need]!.students) breaches.add('beyond_need')
  for (const [service, students] of ofService)
    if (students > services[service]!.room) breaches.add('beyond_room')
  for (const [need, count] of providers)
    if (needs[need]!.oneProvider && count > 1) breaches.add('divided_group')
  return [...breaches]
}
