import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const roundsRoutes: RouteRecordRaw[] = [
  {
    path: '/needs/rounds',
    name: 'rounds',
    component: () => import('./RoundsPage.vue'),
    meta: { title: 'rounds.title', access: 'organizations:write' },
  },
  {
    path: '/schools/:schoolId/snapshot',
    name: 'snapshot',
    component: () => import('./SnapshotPage.vue'),
    props: true,
    meta: { title: 'rounds.kinds.snapshot', access: 'needs:read' },
  },
  {
    path: '/organizations/:organizationId/census',
    name: 'census',
    component: () => import('./CensusPage.vue'),
    props: true,
    meta: { title: 'rounds.kinds.census', access: 'organizations:write' },
  },
]

export const roundsLinkPages: LinkPage[] = [
  { purpose: 'snapshot', title: 'rounds.kinds.snapshot', page: () => import('./SnapshotLinkPage.vue') },
  { purpose: 'census', title: 'rounds.kinds.census', page: () => import('./CensusLinkPage.vue') },
]
