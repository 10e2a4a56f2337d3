import { partnerLinksContract } from '@common-table/shared/links/contract'
import { mailContract } from '@common-table/shared/mail/contract'
import { checkInsContract } from '@common-table/shared/meetings/check-ins-contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import type { TodayKind } from '@common-table/shared/today/kinds'
import type { TodayItem } from '@common-table/shared/today/schemas'
import { useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAct } from '../platform/act.ts'
import { useCall } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'

/** The act of a row that needs no more than a press; undefined where it is done on a page of its own. */
export const usePress = (kind: () => TodayKind, item: () => TodayItem) => {
  const { t } = useI18n()
  const call = useCall()
  const session = useSession()
  const cache = useQueryCache()
  const { act, busy } = useAct(() => cache.invalidateQueries({ key: ['today'] }))
  const tick = () =>
    call(checkInsContract.changeAction, {
      params: { actionId: item().id },
      body: { doneOn: new Date().toLocaleDateString('en-CA') },
      ifMatch: item().version ?? 1,
    })
  const sendAgain = () => call(partnerLinksContract.sendLinkAgain, { params: { linkId: item().id } })
  const mailAgain = () => call(mailContract.sendMailAgain, { params: { mailId: item().id } })
  const takeUp = () =>
    call(partnershipsContract.changePartnershipStage, {
      params: { partnershipId: item().id },
      body: { stage: 'active' },
      ifMatch: item().version ?? 1,
    })
  const press = computed(() => {
    if (kind() === 'returns' && session.permits('partnerships:write'))
      return () => act(takeUp, t('today.pressed.returns'))
    if (kind() === 'actions' && session.permits('check-ins:write'))
      return () => act(tick, t('today.pressed.actions'))
    if (kind() === 'links') return () => act(sendAgain, t('today.pressed.links'))
    if (kind() === 'mails') return () => act(mailAgain, t('today.pressed.mails'))
    return undefined
  })
  return { press, busy }
}
