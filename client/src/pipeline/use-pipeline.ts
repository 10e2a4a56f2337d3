import { useQueryCache } from '@pinia/colada'
import { useAct } from '../platform/act.ts'

/** After a change: what is shown of the pipeline and of organizations is asked again. */
export const usePipelineChanged = () => {
  const cache = useQueryCache()
  return async (): Promise<void> => {
    await Promise.all(
      [['pipeline'], ['organizations'], ['partnerships']].map((key) => cache.invalidateQueries({ key })),
    )
  }
}

/** One press, one change in the pipeline. */
export const usePipelineAct = () => useAct(usePipelineChanged())
