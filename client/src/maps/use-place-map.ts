import { mapsContract } from '@common-table/shared/maps/contract'
import { mappedSchool, type MappedSchool } from '@common-table/shared/maps/placed'
import type { PartnerPlace, PlaceMap } from '@common-table/shared/maps/schemas'
import { equityTiers } from '@common-table/shared/equity/equity-tiers'
import { useQuery } from '@pinia/colada'
import { computed, shallowRef, watch } from 'vue'
import { useCall } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'
import { manyOf, oneOf, text, useUrlState } from '../platform/url-state.ts'
import { folded } from '../ui/options.ts'
import type { MappedSite, PlacedSchool } from './clusters.ts'

export const layers = ['schools', 'sites'] as const
const filters = ['q', 'category', 'tier', 'equity', 'year'] as const

const siteOf = ([
  id,
  latitude,
  longitude,
  organizationId,
  name,
  label,
  services,
]: PartnerPlace): MappedSite => ({
  id,
  latitude,
  longitude,
  organization: { id: organizationId, name },
  label,
  services,
})
const isPlaced = (school: MappedSchool): school is PlacedSchool => school.latitude !== null

/** The map as it stands in the address: what is counted, what colors it, what is shown and which place is open. */
export const usePlaceMap = () => {
  const call = useCall()
  const session = useSession()
  const { state, changed, reset } = useUrlState({
    view: oneOf(['map', 'table'], 'map'),
    q: text(),
    year: text(),
    category: text(),
    tier: oneOf(['1', '2', '3'], undefined),
    color: oneOf(['gap', 'equity'], 'gap'),
    equity: manyOf(equityTiers.map(({ code }) => code)),
    hide: manyOf(layers),
    open: text(),
    sort: text('-unmet'),
  })
  const query = computed(() => ({
    ...(state.year && { schoolYear: state.year }),
    ...(state.category && { categoryId: state.category }),
    ...(state.tier && { tier: Number(state.tier) }),
  }))
  const places = useQuery({
    key: () => ['maps', 'places', JSON.stringify(query.value)],
    query: () => call(mapsContract.getPlaceMap, { query: query.value }),
    placeholderData: (before: PlaceMap | undefined) => before,
  })
  /** Thousands of arrays need no proxies. */
  const held = shallowRef<PlaceMap>()
  watch(places.data, (next) => (held.value = next), { immediate: true })

  const mayEquity = computed(() => session.permits('equity:read'))
  /** Without leave to see tiers a link that asks for them shows the gap. */
  const color = computed(() => (mayEquity.value ? state.color : 'gap'))
  const all = computed(() => held.value?.schools.map(mappedSchool) ?? [])
  const schools = computed(() => {
    const typed = folded(state.q).trim()
    const tiers = mayEquity.value ? state.equity : []
    return all.value.filter(
      ({ name, area, tier }) =>
        (typed === '' || folded(`${name} ${area}`).includes(typed)) &&
        (tiers.length === 0 || (tier !== null && tiers.includes(tier))),
    )
  })
  const sites = computed(() => {
    const typed = folded(state.q).trim()
    const every = held.value?.sites.map(siteOf) ?? []
    return typed === ''
      ? every
      : every.filter(({ organization, label }) => folded(`${organization.name} ${label}`).includes(typed))
  })
  const shows = (layer: (typeof layers)[number]) => !state.hide.includes(layer)
  /** Layers are chosen by what is shown; the address keeps what is hidden, so that all is the plain address. */
  const shown = computed({
    get: () => layers.filter(shows),
    set: (next: (typeof layers)[number][]) => (state.hide = layers.filter((layer) => !next.includes(layer))),
  })
  return {
    shows,
    shown,
    state,
    places,
    held,
    mayEquity,
    color,
    schools,
    placed: computed(() => schools.value.filter(isPlaced)),
    unplaced: computed(() => schools.value.filter((school) => !isPlaced(school))),
    sites,
    active: computed(
      () => changed.value.filter((name) => (filters as readonly string[]).includes(name)).length,
    ),
    clear: () => reset(...filters),
  }
}
