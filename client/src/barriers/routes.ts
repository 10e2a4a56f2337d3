import type { RouteRecordRaw } from 'vue-router'

export const barriersRoutes: RouteRecordRaw[] = [
  {
    path: '/needs/barriers',
    name: 'barriers',
    component: () => import('./BarriersPage.vue'),
    meta: { title: 'barriers.title', access: 'needs:read' },
  },
]
