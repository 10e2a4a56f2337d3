import { reconciliationContract } from '@common-table/shared/reconciliation/contract'
import type { MismatchAct, MismatchListed, MismatchQuery } from '@common-table/shared/reconciliation/schemas'
import { useQueryCache } from '@pinia/colada'
import { useI18n } from 'vue-i18n'
import { useAct } from '../platform/act.ts'
import { useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'
import { useToasts } from '../platform/toasts.ts'

export const useMismatches = (query: () => Omit<MismatchQuery, 'cursor' | 'limit'>) => {
  const call = useCall()
  return useKeysetList(
    () => ['mismatches', JSON.stringify(query())],
    (cursor) =>
      call(reconciliationContract.listMismatches, { query: { ...query(), ...(cursor && { cursor }) } }),
  )
}

const touched = ['mismatches', 'organizations', 'schools', 'gap-board', 'rounds', 'today']

/** Settling, taking back and asking; each says what happened, and settling offers its way back. */
export const useSettling = () => {
  const { t } = useI18n()
  const call = useCall()
  const toasts = useToasts()
  const cache = useQueryCache()
  const after = () => Promise.all(touched.map((key) => cache.invalidateQueries({ key: [key] })))
  const { act, busy } = useAct(after)
  const undo = ({ id, version }: { id: string; version: number }) =>
    act(
      () =>
        call(reconciliationContract.undoSettlement, {
          params: { mismatchId: id },
          body: {},
          ifMatch: version,
        }),
      t('reconciliation.done.undone'),
    )
  const settle = async (row: MismatchListed, body: MismatchAct): Promise<void> => {
    const settled = await call(reconciliationContract.settleMismatch, {
      params: { mismatchId: row.id },
      body,
      ifMatch: row.version,
    })
    toasts.show(t(`reconciliation.done.${body.how}`), { undo: () => void undo(settled) })
    await after()
  }
  const press = (row: MismatchListed, body: MismatchAct) => act(() => settle(row, body))
  const ask = (row: MismatchListed) =>
    act(
      () => call(reconciliationContract.askSchoolAboutPartner, { params: { mismatchId: row.id }, body: {} }),
      t('reconciliation.done.asked'),
    )
  const compare = () =>
    act(
      () => call(reconciliationContract.compareAll, { body: {} }),
      ({ open }) => t('reconciliation.compared', { n: open }, open),
    )
  return { busy, press, settle, undo, ask, compare }
}
