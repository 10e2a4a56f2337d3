import { releasesContract } from '@common-table/shared/releases/contract'
import type { Release } from '@common-table/shared/releases/schemas'
import { releaseStates } from '@common-table/shared/releases/vocabulary'
import { nameOf } from '@common-table/shared/vocabulary/terms'
import { useQuery, useQueryCache } from '@pinia/colada'
import { onScopeDispose, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useCall } from '../platform/api.ts'
import type { Tone } from '../ui/StatusBadge.vue'

export const stateTones: Record<Release['status'], Tone> = {
  checking: 'info',
  ready: 'warning',
  refused: 'danger',
  published: 'success',
  withdrawn: 'neutral',
}
export const useStateName = () => {
  const { locale } = useI18n()
  return (status: Release['status']) => nameOf(releaseStates, status, locale.value === 'es' ? 'es' : 'en')
}

export const useReleases = () => {
  const call = useCall()
  return useQuery({ key: ['releases', 'list'], query: () => call(releasesContract.listReleases) })
}

/** One release; while it is being checked it is asked for again. */
export const useRelease = (releaseId: () => string) => {
  const call = useCall()
  const query = useQuery({
    key: () => ['releases', 'one', releaseId()],
    query: () => call(releasesContract.getRelease, { params: { releaseId: releaseId() } }),
  })
  let waiting: ReturnType<typeof setTimeout> | undefined
  watchEffect(() => {
    clearTimeout(waiting)
    if (query.data.value?.status === 'checking') waiting = setTimeout(() => void query.refetch(), 2000)
  })
  onScopeDispose(() => clearTimeout(waiting))
  return query
}

export const useReleasable = () => {
  const call = useCall()
  return useQuery({
    key: ['releases', 'releasable'],
    query: () => call(releasesContract.listReleasableTables),
  })
}

export const useReleasesChanged = () => {
  const cache = useQueryCache()
  return () => cache.invalidateQueries({ key: ['releases'] })
}
