import { organizationsContract } from '@common-table/shared/organizations/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { useQuery } from '@pinia/colada'
import { computed, ref } from 'vue'
import { useCall } from '../platform/api.ts'
import type { Option } from '../ui/options.ts'

type Query = { limit: number; q?: string }

/** Records that are many are looked up while typing. `met` are those already chosen, for their names. */
const useLookup = (
  what: string,
  ask: (query: Query) => Promise<Option[]>,
  met: () => readonly Option[],
  wanted: () => boolean = () => true,
) => {
  const typed = ref('')
  const { data, asyncStatus } = useQuery({
    key: () => ['lookup', what, typed.value],
    query: () => {
      const q = typed.value.trim()
      return ask({ limit: 30, ...(q && { q }) })
    },
    enabled: wanted,
    placeholderData: (before: Option[] | undefined) => before,
  })
  const options = computed<Option[]>(() => {
    const found = data.value ?? []
    return [...found, ...met().filter(({ value }) => !found.some((option) => option.value === value))]
  })
  return {
    options,
    busy: computed(() => asyncStatus.value === 'loading'),
    search: (text: string) => (typed.value = text),
  }
}

/** Schools by typing; not asked for while they are not `wanted`. */
export const useSchoolLookup = (met: () => readonly Option[] = () => [], wanted?: () => boolean) => {
  const call = useCall()
  const ask = async (query: Query) =>
    (await call(schoolsContract.listSchools, { query })).items.map(({ id, name, code, area }) => ({
      value: id,
      label: name,
      hint: [code, area].filter(Boolean).join(' · '),
    }))
  return useLookup('schools', ask, met, wanted)
}

/** Schools that are chosen already, where only their ids are at hand, as in an address. */
export const useChosenSchools = (ids: () => readonly string[]) => {
  const call = useCall()
  const { data } = useQuery({
    key: () => ['schools', 'chosen', ...ids()],
    query: () =>
      Promise.all(ids().map((schoolId) => call(schoolsContract.getSchool, { params: { schoolId } }))),
    enabled: () => ids().length > 0,
    placeholderData: (before) => before,
  })
  return computed<Option[]>(() => (data.value ?? []).map(({ id, name }) => ({ value: id, label: name })))
}

export const useOrganizationLookup = (met: () => readonly Option[] = () => []) => {
  const call = useCall()
  const ask = async (query: Query) =>
    (await call(organizationsContract.listOrganizations, { query })).items.map(({ id, name }) => ({
      value: id,
      label: name,
    }))
  return useLookup('organizations', ask, met)
}

export const usePartnershipLookup = (met: () => readonly Option[] = () => []) => {
  const call = useCall()
  const ask = async (query: Query) =>
    (await call(partnershipsContract.listPartnerships, { query })).items.map(({ id, name }) => ({
      value: id,
      label: name,
    }))
  return useLookup('partnerships', ask, met)
}
