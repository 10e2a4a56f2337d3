import { ProblemError } from '@common-table/shared/contract/problem'
import { ref } from 'vue'
import { useProblemWords } from './problem-words.ts'

/**
 * As `useAct` where a form stays open: a refusal is kept in `trouble`, to be said above what was filled in. Answers
 * whether it went through; a second press while the first is under way does nothing.
 */
export const useSending = (after?: () => unknown) => {
  const { say } = useProblemWords()
  const busy = ref(false)
  const trouble = ref('')
  const send = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (busy.value) return false
    busy.value = true
    trouble.value = ''
    try {
      await work()
      return true
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      trouble.value = say(error)
      return false
    } finally {
      busy.value = false
      await after?.()
    }
  }
  return { busy, trouble, send }
}
