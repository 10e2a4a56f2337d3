import type { RouteRecordRaw } from 'vue-router'

export const placementRoutes: RouteRecordRaw[] = [
  {
    path: '/placing/plan',
    name: 'placement-plan',
    component: () => import('./PlanPage.vue'),
    meta: { title: 'placement.title', access: 'equity:read' },
  },
]
