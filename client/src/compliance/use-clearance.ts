import { complianceContract } from '@common-table/shared/compliance/contract'
import type { ClearanceStatus } from '@common-table/shared/compliance/vocabulary'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'

export interface ClearanceView {
  q: string
  school: string
  status: ClearanceStatus | undefined
}

/** Who is cleared: by name when something is typed, else everyone on campus at the school. */
export const useClearances = (view: () => ClearanceView) => {
  const call = useCall()
  const asked = computed(() => {
    const { q, school, status } = view()
    const typed = q.trim()
    return {
      ...(typed.length > 1 && { q: typed }),
      ...(school && { schoolId: school }),
      ...(status && { status }),
    }
  })
  const list = useKeysetList(
    () => ['clearances', asked.value],
    (cursor) =>
      call(complianceContract.listClearances, {
        query: { ...asked.value, limit: 100, ...(cursor && { cursor }) },
      }),
  )
  const counts = useQuery({
    key: () => ['clearances', 'counts', view().school],
    query: () =>
      call(complianceContract.countClearances, {
        query: view().school ? { schoolId: view().school } : {},
      }),
    placeholderData: (before) => before,
  })
  return { list, counts, searching: computed(() => asked.value.q !== undefined) }
}
