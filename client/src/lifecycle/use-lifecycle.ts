import { useQueryCache } from '@pinia/colada'
import { useAct } from '../platform/act.ts'

/** After a change of a partnership's life: what is shown of it is asked again. */
export const useLifecycleChanged = () => {
  const cache = useQueryCache()
  return () => Promise.all([['lifecycle'], ['partnerships']].map((key) => cache.invalidateQueries({ key })))
}

/** One press, one change in a partnership's life. */
export const useLifecycleAct = () => useAct(useLifecycleChanged())
