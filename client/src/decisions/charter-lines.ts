import { decisionsContract } from '@common-table/shared/decisions/contract'
import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { useCall } from '../platform/api.ts'

/** The lines of the charter that are in use, as options and by their id. */
export const useCharterLines = () => {
  const call = useCall()
  const charter = useQuery({
    key: ['charter-lines'],
    query: async () => (await call(decisionsContract.listCharterLines)).items,
  })
  const active = computed(() => (charter.data.value ?? []).filter((line) => line.active))
  const options = computed(() =>
    active.value.map(({ id, title, council }) => ({
      value: id,
      label: [title, council?.name].filter(Boolean).join(' · '),
    })),
  )
  return { active, options }
}

/** After a decision: the log and the counts of the charter are asked for again. */
export const useDecisionsChanged = () => {
  const cache = useQueryCache()
  return async () => {
    await cache.invalidateQueries({ key: ['decisions'] })
    await cache.invalidateQueries({ key: ['charter-lines'] })
  }
}
