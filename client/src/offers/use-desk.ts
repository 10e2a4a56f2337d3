import { offerDeskContract } from '@common-table/shared/offers/contract'
import { placementStatuses, reasonTerms, schoolReasons } from '@common-table/shared/offers/vocabulary'
import { offersContract } from '@common-table/shared/pipeline/offers-contract'
import { nameOf, type Language } from '@common-table/shared/vocabulary/terms'
import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAct } from '../platform/act.ts'
import { useCall } from '../platform/api.ts'

export const useOffer = (offerId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['pipeline', 'offer', offerId()],
    query: () => call(offersContract.getOffer, { params: { offerId: offerId() } }),
  })
}

export const usePlacements = (offerId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['pipeline', 'placements', offerId()],
    query: () => call(offerDeskContract.listPlacements, { params: { offerId: offerId() } }),
  })
}

export const useRanking = (offerId: () => string, of: () => { categoryId: string; tier: number }) => {
  const call = useCall()
  return useQuery({
    key: () => ['pipeline', 'ranking', offerId(), of().categoryId, of().tier],
    query: () => call(offerDeskContract.rankSchools, { params: { offerId: offerId() }, query: of() }),
    enabled: () => of().categoryId !== '',
    placeholderData: (before) => before,
  })
}

/** A yes moves the pipeline, the gap board, equity and the school's own page. */
export const useDeskChanged = () => {
  const cache = useQueryCache()
  return async (): Promise<void> => {
    await Promise.all(
      ['pipeline', 'organizations', 'partnerships', 'gap-board', 'equity', 'needs', 'schools'].map((key) =>
        cache.invalidateQueries({ key: [key] }),
      ),
    )
  }
}
export const useDeskAct = () => useAct(useDeskChanged())

/** The terms of the desk in this person's language. */
export const useDeskWords = () => {
  const { locale } = useI18n()
  const language = computed<Language>(() => (locale.value === 'es' ? 'es' : 'en'))
  return {
    language,
    status: (code: string) => nameOf(placementStatuses, code, language.value),
    reason: (code: string) => nameOf(reasonTerms, code, language.value),
    schoolReason: (code: string) => nameOf(schoolReasons, code, language.value),
    schoolReasons: computed(() =>
      schoolReasons.map((term) => ({ value: term.code, label: term[language.value] })),
    ),
    named: (one: { name: string; nameEs: string }) => (language.value === 'es' && one.nameEs) || one.name,
  }
}
