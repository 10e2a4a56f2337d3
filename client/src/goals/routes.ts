import type { RouteRecordRaw } from 'vue-router'

export const goalsRoutes: RouteRecordRaw[] = [
  {
    path: '/outcomes/goals',
    name: 'goals',
    component: () => import('./GoalsPage.vue'),
    meta: { title: 'goals.title', access: 'metrics:read' },
  },
]
