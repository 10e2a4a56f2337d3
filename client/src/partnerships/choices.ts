import { useQuery } from '@pinia/colada'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { prioritiesContract } from '@common-table/shared/priorities/contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { useCall } from '../platform/api.ts'
import type { Option } from '../ui/options.ts'

/** Categories by their codes, in this person's language. */
export const useCategories = () => {
  const call = useCall()
  const { locale } = useI18n()
  const { data } = useQuery({ key: ['categories'], query: () => call(catalogContract.listCategories) })
  const named = computed(() =>
    (data.value?.items ?? []).map((category) => ({
      ...category,
      label: locale.value === 'es' && category.nameEs ? category.nameEs : category.name,
    })),
  )
  return {
    byCode: computed(() => new Map(named.value.map(({ code, label }) => [code, label]))),
    codeOptions: computed<Option[]>(() => named.value.map(({ code, label }) => ({ value: code, label }))),
    idOptions: computed<Option[]>(() =>
      named.value.filter(({ active }) => active).map(({ id, label }) => ({ value: id, label })),
    ),
  }
}

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

/** Schools and organisations are many: they are looked up while typing. */
export const useLookup = (what: 'schools' | 'organizations', met: () => Option[] = () => []) => {
  const call = useCall()
  const typed = ref('')
  const { data, asyncStatus } = useQuery({
    key: () => ['lookup', what, typed.value],
    query: async (): Promise<Option[]> => {
      const q = typed.value.trim()
      const query = { limit: 30, ...(q && { q }) }
      if (what === 'schools')
        return (await call(schoolsContract.listSchools, { query })).items.map(({ id, name, code, area }) => ({
          value: id,
          label: name,
          hint: [code, area].filter(Boolean).join(' · '),
        }))
      return (await call(organizationsContract.listOrganizations, { query })).items.map(({ id, name }) => ({
        value: id,
        label: name,
      }))
    },
    placeholderData: (before) => before,
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
