import { useQuery, useQueryCache } from '@pinia/colada'
import { agreementsContract } from '@common-table/shared/agreements/contract'
import { ProblemError } from '@common-table/shared/contract/problem'
import { ref } from 'vue'
import { useCall } from '../platform/api.ts'
import { useProblemWords } from '../platform/problem-words.ts'
import { useToasts } from '../platform/toasts.ts'

export const useAgreement = (agreementId: () => string) => {
  const call = useCall()
  return useQuery({
    key: () => ['agreements', 'one', agreementId()],
    query: () => call(agreementsContract.getAgreement, { params: { agreementId: agreementId() } }),
  })
}

/** After a change: everything that shows agreements or promises is asked again. */
export const useAgreementsChanged = () => {
  const cache = useQueryCache()
  return async (): Promise<void> => {
    await Promise.all(
      ['agreements', 'dues', 'links', 'partnerships'].map((key) => cache.invalidateQueries({ key: [key] })),
    )
  }
}

/** One act at a time: busy while it runs, a toast when it is done or refused, everything shown anew after it. */
export const useAct = () => {
  const changed = useAgreementsChanged()
  const toasts = useToasts()
  const { say } = useProblemWords()
  const busy = ref('')
  const act = async (name: string, work: () => Promise<unknown>, said?: string): Promise<boolean> => {
    if (busy.value) return false
    busy.value = name
    try {
      await work()
      if (said) toasts.show(said)
      return true
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      toasts.show(say(error), { tone: 'danger' })
      return false
    } finally {
      busy.value = ''
      await changed()
    }
  }
  return { busy, act }
}
