import { Scale } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const decisionsRoutes: RouteRecordRaw[] = [
  {
    path: '/decisions',
    name: 'decisions',
    component: () => import('./DecisionsPage.vue'),
    meta: {
      title: 'decisions.title',
      access: 'check-ins:read',
      nav: { label: 'decisions', icon: Scale, order: 48 },
    },
  },
]
