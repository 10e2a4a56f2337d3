import type { RouteRecordRaw } from 'vue-router'

export const outlookRoutes: RouteRecordRaw[] = [
  {
    path: '/outlook',
    name: 'outlook',
    component: () => import('./OutlooksPage.vue'),
    meta: { title: 'outlook.title', access: 'partnerships:read' },
  },
]
