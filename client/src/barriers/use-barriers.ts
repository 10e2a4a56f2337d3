import { barriersContract } from '@common-table/shared/barriers/contract'
import { barrierFamilies } from '@common-table/shared/catalog/barriers'
import { nameOf, type Language } from '@common-table/shared/vocabulary/terms'
import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCall } from '../platform/api.ts'

/** The district's barriers with their chains, and how they are called. */
export const useBarriers = () => {
  const call = useCall()
  const { locale } = useI18n()
  const language = computed<Language>(() => (locale.value === 'es' ? 'es' : 'en'))
  const query = useQuery({ key: ['barriers'], query: () => call(barriersContract.listBarriers) })
  return {
    query,
    familyOptions: computed(() =>
      barrierFamilies.map((family) => ({ value: family.code, label: family[language.value] })),
    ),
    family: (code: string) => nameOf(barrierFamilies, code, language.value),
    named: ({ name, nameEs }: { name: string; nameEs: string }) =>
      (language.value === 'es' && nameEs) || name,
  }
}
