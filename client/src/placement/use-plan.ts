import { placementContract } from '@common-table/shared/placement/contract'
import type { PlacementQuery, PlacementRow } from '@common-table/shared/placement/schemas'
import { useQuery, useQueryCache } from '@pinia/colada'
import { useI18n } from 'vue-i18n'
import { useAct } from '../platform/act.ts'
import { useCall } from '../platform/api.ts'
import { useKeysetList } from '../platform/keyset-list.ts'
import { useToasts } from '../platform/toasts.ts'

export const usePlans = () => {
  const call = useCall()
  return useQuery({ key: ['placement', 'plans'], query: () => call(placementContract.listPlacementPlans) })
}

export const usePlacements = (planId: () => string, query: () => PlacementQuery) => {
  const call = useCall()
  return useKeysetList(
    () => ['placement', 'rows', planId(), JSON.stringify(query())],
    (cursor) =>
      call(placementContract.listPlanRows, {
        params: { planId: planId() },
        query: { ...query(), limit: 100, ...(cursor && { cursor }) },
      }),
  )
}

/** Decides about rows of a plan and keeps everything they touch fresh. */
export const useDecisions = () => {
  const { t } = useI18n()
  const call = useCall()
  const cache = useQueryCache()
  const toasts = useToasts()
  const refresh = () =>
    Promise.all(
      [['placement'], ['needs'], ['gap-board'], ['equity'], ['organizations']].map((key) =>
        cache.invalidateQueries({ key }),
      ),
    )
  const { busy, act } = useAct(refresh)
  const reopen = (row: PlacementRow) =>
    act(
      () => call(placementContract.reopenPlanRow, { params: { placementId: row.id }, ifMatch: row.version }),
      t('placement.row.undone'),
    )
  const accept = (row: PlacementRow, students: number) =>
    act(async () => {
      const accepted = await call(placementContract.acceptPlanRow, {
        params: { placementId: row.id },
        ifMatch: row.version,
        body: { students },
      })
      toasts.show(t('placement.row.accepted', { n: students, school: row.school.name }, students), {
        undo: () => void reopen(accepted),
      })
    })
  const skip = (row: PlacementRow, reason: string) =>
    act(
      () =>
        call(placementContract.skipPlanRow, {
          params: { placementId: row.id },
          ifMatch: row.version,
          body: { reason },
        }),
      t('placement.row.skipped'),
    )
  return { busy, accept, skip, reopen }
}
