import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { prioritiesContract } from '@common-table/shared/priorities/contract'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useCall } from '../platform/api.ts'
import type { Option } from '../ui/options.ts'

/** People who can lead, priorities that can be served. */
export const usePeopleAndGoals = () => {
  const call = useCall()
  const leads = useQuery({
    key: ['partnership-leads'],
    query: () => call(partnershipsContract.listPartnershipLeads),
  })
  const priorities = useQuery({ key: ['priorities'], query: () => call(prioritiesContract.listPriorities) })
  return {
    leads: computed<Option[]>(() =>
      (leads.data.value ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ),
    priorities: computed<Option[]>(() =>
      (priorities.data.value?.items ?? [])
        .filter(({ active }) => active)
        .map(({ id, title }) => ({ value: id, label: title })),
    ),
  }
}
