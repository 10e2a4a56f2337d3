import { useQueryCache } from '@pinia/colada'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { ProblemError } from '@common-table/shared/contract/problem'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { mayBecome, reasonsFor } from '@common-table/shared/partnerships/stages'
import type { Stage, StageReason } from '@common-table/shared/partnerships/schemas'
import { useCall } from '../platform/api.ts'
import { useProblemWords } from '../platform/problem-words.ts'
import { useToasts } from '../platform/toasts.ts'
import { usePartnershipWords } from './words.ts'

interface Movable {
  id: string
  name: string
  stage: Stage
  version: number
}

/** Moving to another stage, from the board or the record: at once, or after asking for the reason. */
export const useStageMove = () => {
  const { t } = useI18n()
  const { say } = useProblemWords()
  const call = useCall()
  const cache = useQueryCache()
  const toasts = useToasts()
  const router = useRouter()
  const words = usePartnershipWords()
  /** The move that waits for its reason. */
  const asked = ref<{ partnership: Movable; to: Stage }>()

  const blocked = ({ stage }: { stage: Stage }, to: Stage): string | undefined =>
    mayBecome(stage, to) ? undefined : t('partnerships.board.blocked', { from: words.value.stage(stage) })

  const carryOut = async (
    partnership: Movable,
    to: Stage,
    reason?: StageReason,
    note?: string,
    resumesOn?: string,
  ): Promise<void> => {
    try {
      const moved = await call(partnershipsContract.changePartnershipStage, {
        params: { partnershipId: partnership.id },
        body: {
          stage: to,
          ...(reason && { reason }),
          ...(note && { note }),
          ...(resumesOn && { resumesOn }),
        },
        ifMatch: partnership.version,
      })
      const back = mayBecome(to, partnership.stage) && reasonsFor(partnership.stage).length === 0
      toasts.show(
        t('partnerships.moved', { name: partnership.name, stage: words.value.stage(to) }),
        back
          ? { undo: () => carryOut({ ...partnership, stage: to, version: moved.version }, partnership.stage) }
          : {},
      )
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      toasts.show(say(error), { tone: 'danger' })
      if (error.reason === 'needs-holders')
        await router.push({
          name: 'partnership',
          params: { partnershipId: partnership.id },
          query: { part: 'people' },
        })
    } finally {
      await cache.invalidateQueries({ key: ['partnerships'] })
    }
  }
  const move = (partnership: Movable, to: Stage): void => {
    if (reasonsFor(to).length > 0) asked.value = { partnership, to }
    else void carryOut(partnership, to)
  }
  const confirm = async (reason: StageReason, note: string, resumesOn?: string): Promise<void> => {
    const { partnership, to } = asked.value! // only the open dialog confirms
    asked.value = undefined
    await carryOut(partnership, to, reason, note, resumesOn)
  }
  return {
    asked,
    blocked,
    move,
    confirm,
    asking: computed({ get: () => asked.value !== undefined, set: (on) => on || (asked.value = undefined) }),
  }
}
