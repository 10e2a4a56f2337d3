import { agreementsContract } from '@common-table/shared/agreements/contract'
import type { Agreement } from '@common-table/shared/agreements/schemas'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useCall } from '../platform/api.ts'
import { useAct } from './use-agreements.ts'

export type EndAct = 'withdraw' | 'amend' | 'notice' | 'end' | 'renew'
interface Act {
  act: EndAct
  danger: boolean
  refused?: string
}

/** What can still become of an agreement, by where it stands: given up, renewed, amended, given notice, ended. */
export const useEnds = () => {
  const { t } = useI18n()
  const call = useCall()
  const router = useRouter()
  const { act } = useAct()
  const acts = ({ stage, standing, renews, lastDay }: Agreement, mayDecide: boolean): Act[] => {
    const only = mayDecide ? {} : { refused: t('agreements.directorOnly') }
    if (stage === 'withdrawn') return []
    if (stage !== 'signed') return [{ act: 'withdraw', danger: true }]
    const holds = standing === 'in_force' || standing === 'upcoming'
    return [
      { act: 'renew', danger: false },
      ...(holds ? [{ act: 'amend', danger: false } as const] : []),
      ...(standing === 'in_force' && renews && lastDay === null
        ? [{ act: 'notice', danger: false, ...only } as const]
        : []),
      ...(holds ? [{ act: 'end', danger: true, ...only } as const] : []),
    ]
  }
  const renew = ({ id }: Agreement) =>
    act(
      'renew',
      async () => {
        const made = await call(agreementsContract.renewAgreement, { params: { agreementId: id } })
        await router.push({ name: 'agreement', params: { agreementId: made.id } })
      },
      t('agreements.end.renew.done'),
    )
  return { acts, renew }
}
