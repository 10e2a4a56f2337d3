import { ProblemError } from '@common-table/shared/contract/problem'
import { needsContract } from '@common-table/shared/needs/contract'
import type { NeedStatus } from '@common-table/shared/needs/lifecycle'
import type { SuggestionDecision } from '@common-table/shared/needs/suggestion-schemas'
import { useQueryCache } from '@pinia/colada'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCall } from '../platform/api.ts'
import { useProblemWords } from '../platform/problem-words.ts'
import { useToasts } from '../platform/toasts.ts'

/** Moves needs along and keeps every view of them fresh. */
export const useSteps = () => {
  const { t } = useI18n()
  const { say } = useProblemWords()
  const call = useCall()
  const cache = useQueryCache()
  const toasts = useToasts()
  const busy = ref(false)
  const refresh = () =>
    Promise.all([['needs'], ['gap-board'], ['schools']].map((key) => cache.invalidateQueries({ key })))

  const attempt = async (work: () => Promise<string>): Promise<boolean> => {
    if (busy.value) return false
    busy.value = true
    try {
      toasts.show(await work())
      return true
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      toasts.show(say(error), { tone: 'danger' })
      return false
    } finally {
      busy.value = false
      await refresh()
    }
  }
  const move = (need: { id: string; version: number }, status: NeedStatus, reason?: string) =>
    attempt(async () => {
      await call(needsContract.moveNeed, {
        params: { needId: need.id },
        ifMatch: need.version,
        body: { status, ...(reason && { reason }) },
      })
      return t(`needs.moved.${status}`)
    })
  const decide = (needIds: string[], decision: SuggestionDecision['decision'], reason?: string) =>
    attempt(async () => {
      const { decided } = await call(needsContract.decideSuggestions, {
        body: { needIds, decision, ...(reason && { reason }) },
      })
      return t(`needs.queue.${decision}ed`, { n: decided }, decided)
    })
  return { busy, move, decide, attempt, refresh }
}
