import type { MappedSchool } from '@common-table/shared/maps/placed'
import { stepOfPlaces } from '@common-table/shared/maps/placed'
import { equityTiers, type EquityTier } from '@common-table/shared/equity/equity-tiers'
import type { GapStep } from '@common-table/shared/needs/gap'
import Supercluster from 'supercluster'
import type { Frame } from './frame.ts'

export interface MappedSite {
  readonly id: string
  readonly latitude: number
  readonly longitude: number
  readonly organization: { readonly id: string; readonly name: string }
  readonly label: string
  readonly services: number
}
export type PlacedSchool = MappedSchool & { readonly latitude: number; readonly longitude: number }
type Spot = { readonly school: PlacedSchool } | { readonly site: MappedSite }

interface Sum {
  schools: number
  sites: number
  partners: number
  demand: number
  unmet: number
  unsized: boolean
  /** Schools of each tier, the neediest first. */
  tiers: number[]
}

/** What is drawn at one place: a school, a partner's place, or several that stand too close to be told apart. */
export interface Mark extends Omit<Sum, 'tiers' | 'unsized'> {
  readonly key: string
  readonly latitude: number
  readonly longitude: number
  readonly step: GapStep | null
  readonly tier: EquityTier | null
  readonly school: PlacedSchool | undefined
  readonly site: MappedSite | undefined
  /** Given for several: what the clusters call them. */
  readonly cluster: number | undefined
}

const none: Sum = {
  schools: 0,
  sites: 0,
  partners: 0,
  demand: 0,
  unmet: 0,
  unsized: false,
  tiers: [0, 0, 0, 0, 0],
}
const sumOf = (spot: Spot): Sum => {
  if ('site' in spot) return { ...none, sites: 1 }
  const { demand, unmet, partners, step, tier } = spot.school
  const tiers = equityTiers.map(({ code }) => (code === tier ? 1 : 0))
  return { schools: 1, sites: 0, partners, demand, unmet, unsized: demand === 0 && step === 4, tiers }
}

/** The tier of the school in the middle of a group: an average of ranks would name a tier nobody is in. */
export const middleTier = (tiers: readonly number[]): EquityTier | null => {
  const all = tiers.reduce((sum, n) => sum + n, 0)
  let before = 0
  for (const [place, n] of tiers.entries()) {
    before += n
    if (all > 0 && before * 2 >= all) return equityTiers[place]?.code ?? null
  }
  return null
}

const nearest = 18
/** How wide the world is at the clusters' zoom 0. */
const tile = 512

/** Which spots are drawn apart and which together, for any view. */
export const clustersOf = (schools: readonly PlacedSchool[], sites: readonly MappedSite[]) => {
  const clusters = new Supercluster<Spot, Sum>({
    radius: 46,
    extent: tile,
    maxZoom: nearest,
    map: sumOf,
    reduce: (into, sum) => {
      into.schools += sum.schools
      into.sites += sum.sites
      into.partners += sum.partners
      into.demand += sum.demand
      into.unmet += sum.unmet
      into.unsized ||= sum.unsized
      into.tiers = into.tiers.map((n, place) => n + sum.tiers[place]!) // five of each
    },
  })
  clusters.load([
    ...schools.map((school) => feature({ school }, school)),
    ...sites.map((site) => feature({ site }, site)),
  ])
  const zoomOf = (frame: Frame, k: number) =>
    Math.max(0, Math.min(nearest + 1, Math.round(Math.log2((2 * Math.PI * frame.scale * k) / tile))))
  return {
    /** What is drawn between two corners at a zoom. */
    marks: (frame: Frame, k: number, box: readonly [number, number, number, number]): Mark[] =>
      clusters.getClusters([...box], zoomOf(frame, k)).map((found): Mark => {
        const [longitude, latitude] = found.geometry.coordinates as [number, number] // a point has two
        const { properties } = found
        const several = 'cluster_id' in properties ? (properties as Sum & { cluster_id: number }) : undefined // by its own flag
        const spot = several ? undefined : (properties as Spot) // what was loaded
        const { tiers, unsized, ...sum } = several ?? sumOf(spot!) // one of the two is there
        return {
          schools: sum.schools,
          sites: sum.sites,
          partners: sum.partners,
          demand: sum.demand,
          unmet: sum.unmet,
          key: several
            ? `c${several.cluster_id}`
            : spot && 'school' in spot
              ? spot.school.id
              : ((spot as { site: MappedSite }).site.id ?? ''), // a spot is one of the two
          latitude,
          longitude,
          step: stepOfPlaces(sum.demand, sum.unmet, unsized),
          tier: middleTier(tiers),
          school: spot && 'school' in spot ? spot.school : undefined,
          site: spot && 'site' in spot ? spot.site : undefined,
          cluster: several?.cluster_id,
        }
      }),
    /** How much nearer a group comes apart; none when its spots share one place. */
    apart: (frame: Frame, cluster: number): number | undefined => {
      const zoom = clusters.getClusterExpansionZoom(cluster)
      return zoom > nearest ? undefined : (tile * 2 ** (zoom + 0.2)) / (2 * Math.PI * frame.scale)
    },
    /** Everything in a group, at most so many. */
    members: (cluster: number, most = 60): Spot[] =>
      clusters.getLeaves(cluster, most).map(({ properties }) => properties as Spot), // leaves are what was loaded
  }
}

const feature = (properties: Spot, { longitude, latitude }: { longitude: number; latitude: number }) => ({
  type: 'Feature' as const,
  properties,
  geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
})
