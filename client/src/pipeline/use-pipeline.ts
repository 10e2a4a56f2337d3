import { ProblemError } from '@common-table/shared/contract/problem'
import { useQueryCache } from '@pinia/colada'
import { ref } from 'vue'
import { useProblemWords } from '../platform/problem-words.ts'
import { useToasts } from '../platform/toasts.ts'

/** After a change: what is shown of the pipeline and of organizations is asked again. */
export const usePipelineChanged = () => {
  const cache = useQueryCache()
  return async (): Promise<void> => {
    await Promise.all(
      [['pipeline'], ['organizations'], ['partnerships']].map((key) => cache.invalidateQueries({ key })),
    )
  }
}

/** One press, one change: what was refused is said in a message, and what is shown is asked again either way. */
export const useAct = () => {
  const toasts = useToasts()
  const { say } = useProblemWords()
  const changed = usePipelineChanged()
  const busy = ref(false)
  const act = async (work: () => Promise<unknown>, done?: string): Promise<boolean> => {
    if (busy.value) return false
    busy.value = true
    try {
      await work()
      if (done) toasts.show(done)
      return true
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      toasts.show(say(error), { tone: 'danger' })
      return false
    } finally {
      busy.value = false
      await changed()
    }
  }
  return { busy, act }
}
