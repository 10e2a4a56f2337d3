import type { RouteRecordRaw } from 'vue-router'

export const releasesRoutes: RouteRecordRaw[] = [
  {
    path: '/outcomes/releases',
    name: 'releases',
    component: () => import('./ReleasesPage.vue'),
    meta: { title: 'releases.title', access: 'metrics:read' },
  },
  {
    path: '/outcomes/releases/:releaseId',
    name: 'release',
    component: () => import('./ReleasePage.vue'),
    props: true,
    meta: { title: 'releases.title', access: 'metrics:read' },
  },
  {
    path: '/outcomes/inference',
    name: 'inference',
    component: () => import('./InferencePage.vue'),
    meta: { title: 'releases.inference.title', access: 'measurements:raw' },
  },
]
