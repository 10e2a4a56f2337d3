import { boardsContract } from '@common-table/shared/boards/contract'
import { useQueryCache } from '@pinia/colada'
import { useI18n } from 'vue-i18n'
import { useAct } from '../platform/act.ts'
import { useCall } from '../platform/api.ts'

/** E-mails a partner the link to what its help did. */
export const useSendHelp = () => {
  const { t } = useI18n()
  const call = useCall()
  const cache = useQueryCache()
  const { busy, act } = useAct(() => cache.invalidateQueries({ key: ['links'] }))
  const send = (partnershipId: string) =>
    act(
      () => call(boardsContract.sendHelpDone, { params: { partnershipId }, body: {} }),
      ({ email }) => t('boards.help.sent', { email }),
    )
  return { busy, send }
}
