import { ProblemError } from '@common-table/shared/contract/problem'
import { ref } from 'vue'
import { useProblemWords } from './problem-words.ts'
import { useToasts } from './toasts.ts'

/**
 * One press, one change: `done` says that it happened, a refusal is said in a message, and `after` asks again for what is
 * shown, either way. A second press while the first is under way does nothing.
 */
export const useAct = (after?: () => unknown) => {
  const toasts = useToasts()
  const { say } = useProblemWords()
  const busy = ref(false)
  const act = async <T>(
    work: () => Promise<T>,
    done?: string | ((result: T) => string),
  ): Promise<boolean> => {
    if (busy.value) return false
    busy.value = true
    try {
      const result = await work()
      if (done !== undefined) toasts.show(typeof done === 'string' ? done : done(result))
      return true
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      toasts.show(say(error), { tone: 'danger' })
      return false
    } finally {
      busy.value = false
      await after?.()
    }
  }
  return { busy, act }
}
