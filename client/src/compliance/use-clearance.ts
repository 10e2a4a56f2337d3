import { complianceContract } from '@common-table/shared/compliance/contract'
import type { ClearanceStatus } from '@common-table/shared/compliance/vocabulary'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { useQuery } from '@pinia/colada'
import { computed, ref } from 'vue'
import { useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'
import { useSession } from '../platform/session.ts'
import type { Option } from '../ui/options.ts'

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

/** The schools to choose from: a principal's own, at hand; everyone else looks them up while typing. */
export const useSchoolOptions = () => {
  const call = useCall()
  const session = useSession()
  const typed = ref('')
  const own = computed<Option[]>(() =>
    (session.user?.schools ?? []).map(({ id, name }) => ({ value: id, label: name })),
  )
  const found = useQuery({
    key: () => ['lookup', 'cleared-schools', typed.value],
    query: () =>
      call(schoolsContract.listSchools, { query: { limit: 30, ...(typed.value && { q: typed.value }) } }),
    enabled: () => session.role !== 'school',
    placeholderData: (before) => before,
  })
  const options = computed<Option[]>(() =>
    session.role === 'school'
      ? own.value
      : (found.data.value?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  )
  return {
    own,
    options,
    busy: computed(() => found.asyncStatus.value === 'loading'),
    search: (text: string) => (typed.value = text.trim()),
  }
}
