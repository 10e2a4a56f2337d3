import { needsContract } from '@common-table/shared/needs/contract'
import type { NeedStatus } from '@common-table/shared/needs/lifecycle'
import type { SuggestionDecision } from '@common-table/shared/needs/suggestion-schemas'
import { useQueryCache } from '@pinia/colada'
import { useI18n } from 'vue-i18n'
import { useAct } from '../platform/act.ts'
import { useCall } from '../platform/api.ts'

/** Moves needs along and keeps every view of them fresh. */
export const useSteps = () => {
  const { t } = useI18n()
  const call = useCall()
  const cache = useQueryCache()
  const refresh = () =>
    Promise.all([['needs'], ['gap-board'], ['schools']].map((key) => cache.invalidateQueries({ key })))
  const { busy, act } = useAct(refresh)
  const move = (need: { id: string; version: number }, status: NeedStatus, reason?: string) =>
    act(
      () =>
        call(needsContract.moveNeed, {
          params: { needId: need.id },
          ifMatch: need.version,
          body: { status, ...(reason && { reason }) },
        }),
      t(`needs.moved.${status}`),
    )
  const decide = (needIds: string[], decision: SuggestionDecision['decision'], reason?: string) =>
    act(
      () =>
        call(needsContract.decideSuggestions, {
          body: { needIds, decision, ...(reason && { reason }) },
        }),
      ({ decided }) => t(`needs.queue.${decision}ed`, { n: decided }, decided),
    )
  return { busy, move, decide, act, refresh }
}
