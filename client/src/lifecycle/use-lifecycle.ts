import { ProblemError } from '@common-table/shared/contract/problem'
import { useQueryCache } from '@pinia/colada'
import { ref } from 'vue'
import { useProblemWords } from '../platform/problem-words.ts'
import { useToasts } from '../platform/toasts.ts'

/** After a change of a partnership's life: what is shown of it is asked again. */
export const useLifecycleChanged = () => {
  const cache = useQueryCache()
  return () => Promise.all([['lifecycle'], ['partnerships']].map((key) => cache.invalidateQueries({ key })))
}

/** One press, one change: what was refused is said in a message. */
export const useDeed = () => {
  const toasts = useToasts()
  const { say } = useProblemWords()
  const changed = useLifecycleChanged()
  const busy = ref(false)
  const deed = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (busy.value) return undefined
    busy.value = true
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      toasts.show(say(error), { tone: 'danger' })
      return undefined
    } finally {
      busy.value = false
      await changed()
    }
  }
  return { busy, deed }
}
