import { useQuery, useQueryCache } from '@pinia/colada'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { visionContract } from '@common-table/shared/vision/contract'
import { computed } from 'vue'
import { useCall } from '../platform/api.ts'

export const useVision = (partnershipId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['vision', partnershipId()],
    query: () => call(visionContract.getVision, { params: { partnershipId: partnershipId() } }),
  })
}

/** After a change: the vision itself, agreements that wait for it, links that were sent. */
export const useVisionChanged = () => {
  const cache = useQueryCache()
  return async (): Promise<void> => {
    await Promise.all(
      ['vision', 'agreements', 'links', 'partnerships'].map((key) => cache.invalidateQueries({ key: [key] })),
    )
  }
}

/** People of an organisation who can get a link: those with an address. */
export const useRecipients = (organizationId: () => string) => {
  const call = useCall()
  const { data } = useQuery({
    key: () => ['organizations', 'one', organizationId()],
    query: () =>
      call(organizationsContract.getOrganization, { params: { organizationId: organizationId() } }),
  })
  return computed(() =>
    (data.value?.contacts ?? [])
      .filter(({ email }) => email !== '')
      .map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` })),
  )
}
