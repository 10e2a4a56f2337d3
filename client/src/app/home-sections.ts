import type { Access } from '@common-table/shared/contract/permission'
import type { Component } from 'vue'

/** What a feature shows on Home: one component that fetches for itself, seen by those its access permits. */
export interface HomeSection {
  key: string
  access: Access
  component: () => Promise<{ default: Component }>
  /** In the wide column, beside it, or only on a page where nothing waits. */
  place: 'main' | 'side' | 'alone'
}

/** In the order shown. The set-up checklist comes first for as long as it has open steps. */
export const homeSections: readonly HomeSection[] = [
  {
    key: 'today',
    access: 'check-ins:read',
    component: () => import('../today/TodayBoard.vue'),
    place: 'main',
  },
  { key: 'now', access: 'metrics:read', component: () => import('../today/DistrictNow.vue'), place: 'side' },
  { key: 'places', access: 'signed-in', component: () => import('./HomePlaces.vue'), place: 'alone' },
]
