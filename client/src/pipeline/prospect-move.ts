import { prospectsContract } from '@common-table/shared/pipeline/prospects-contract'
import { prospectMayBecome } from '@common-table/shared/pipeline/prospect-stages'
import type { ClosedReason, ProspectStage } from '@common-table/shared/pipeline/vocabulary'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCall } from '../platform/api.ts'
import { usePipelineAct } from './use-pipeline.ts'
import { usePipelineWords } from './words.ts'

interface Movable {
  id: string
  organization: { name: string }
  stage: ProspectStage
  version: number
}

/** Moving a prospect, from the board or its page: at once, or after asking why it is let go. */
export const useProspectMove = () => {
  const { t } = useI18n()
  const call = useCall()
  const { act, busy } = usePipelineAct()
  const words = usePipelineWords()
  /** The one that is about to be let go. */
  const asked = ref<Movable>()

  const blocked = ({ stage }: { stage: ProspectStage }, to: ProspectStage): string | undefined => {
    if (to === 'joined') return t('pipeline.board.joins')
    return prospectMayBecome(stage, to)
      ? undefined
      : t('pipeline.board.blocked', { from: words.value.stage(stage) })
  }
  const carryOut = (prospect: Movable, stage: ProspectStage, reason?: ClosedReason) =>
    act(
      () =>
        call(prospectsContract.changeProspectStage, {
          params: { prospectId: prospect.id },
          body: { stage, ...(reason && { reason }) },
          ifMatch: prospect.version,
        }),
      t('pipeline.moved', { name: prospect.organization.name, stage: words.value.stage(stage) }),
    )
  const move = (prospect: Movable, to: ProspectStage): void => {
    if (to === 'declined') asked.value = prospect
    else void carryOut(prospect, to)
  }
  const letGo = async (reason: ClosedReason): Promise<void> => {
    const prospect = asked.value! // only the open dialog confirms
    asked.value = undefined
    await carryOut(prospect, 'declined', reason)
  }
  return {
    asked,
    asking: computed({ get: () => asked.value !== undefined, set: (on) => on || (asked.value = undefined) }),
    blocked,
    busy,
    move,
    letGo,
  }
}
