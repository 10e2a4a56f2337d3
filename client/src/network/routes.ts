import type { RouteRecordRaw } from 'vue-router'

export const networkRoutes: RouteRecordRaw[] = [
  {
    path: '/partnerships/network',
    name: 'partner-network',
    component: () => import('./NetworkPage.vue'),
    meta: { title: 'network.title', access: 'organizations:read' },
  },
]
