import { CalendarSync } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const lifecycleRoutes: RouteRecordRaw[] = [
  {
    path: '/rollover',
    name: 'rollover',
    component: () => import('./RolloverPage.vue'),
    meta: {
      title: 'lifecycle.rollover.title',
      access: 'partnerships:write',
      admin: { text: 'lifecycle.rollover.text', icon: CalendarSync, order: 25 },
    },
  },
]
