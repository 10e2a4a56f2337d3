import { changesBetween } from '@common-table/shared/network/compare'
import { networkContract } from '@common-table/shared/network/contract'
import type { PartnerNetwork } from '@common-table/shared/network/schemas'
import { useQuery } from '@pinia/colada'
import { computed, shallowRef, watch } from 'vue'
import { useCall } from '../platform/api.ts'
import { oneOf, text, useUrlState } from '../platform/url-state.ts'
import { namedLinks, nodesOf } from './model.ts'

const views = ['picture', 'table'] as const
/** Compared with no year. */
export const noYear = 'none'

/** The network as it stands in the address: which school year, beside which other, seen how, and who is looked at. */
export const useNetwork = () => {
  const call = useCall()
  const { state } = useUrlState({
    view: oneOf(views, 'picture'),
    year: text(),
    before: text(),
    who: oneOf(['partners', 'schools'], 'partners'),
    q: text(),
    open: text(),
    sort: text('-links'),
  })
  const ask = (year: () => string | undefined, enabled: () => boolean = () => true) =>
    useQuery({
      key: () => ['partner-network', year() ?? ''],
      query: () => call(networkContract.getPartnerNetwork, { query: year() ? { schoolYear: year()! } : {} }), // just looked at
      enabled,
      placeholderData: (before: PartnerNetwork | undefined) => before,
    })
  const found = ask(() => state.year || undefined)
  /** Thousands of arrays need no proxies. */
  const network = shallowRef<PartnerNetwork>()
  watch(found.data, (next) => (network.value = next), { immediate: true })
  const years = computed(() => network.value?.years ?? [])
  const year = computed(() => network.value?.schoolYear ?? '')
  /** The year before, unless the address names another or none. */
  const beforeYear = computed(() => {
    if (state.before === noYear) return undefined
    if (state.before && state.before !== year.value && years.value.includes(state.before)) return state.before
    return years.value[years.value.indexOf(year.value) + 1]
  })
  const earlier = ask(
    () => beforeYear.value,
    () => beforeYear.value !== undefined,
  )
  const before = shallowRef<PartnerNetwork>()
  watch(
    () => (beforeYear.value === undefined ? undefined : earlier.data.value),
    (next) => (before.value = next),
    { immediate: true },
  )
  const nodes = computed(() => (network.value ? nodesOf(network.value) : []))
  const changes = computed(() =>
    network.value && before.value
      ? changesBetween(namedLinks(before.value), namedLinks(network.value))
      : undefined,
  )
  return { state, found, network, years, year, beforeYear, before, nodes, changes }
}
