import { useQueryCache } from '@pinia/colada'

/** After a change: everything that shows how partners stand is asked again. */
export const useComplianceChanged = () => {
  const cache = useQueryCache()
  return async (): Promise<void> => {
    await Promise.all([
      cache.invalidateQueries({ key: ['clearances'] }),
      cache.invalidateQueries({ key: ['passport'] }),
      cache.invalidateQueries({ key: ['links'] }),
    ])
  }
}
