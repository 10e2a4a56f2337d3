import { Mail } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const mailRoutes: RouteRecordRaw[] = [
  {
    path: '/admin/outbox',
    name: 'outbox',
    component: () => import('./OutboxPage.vue'),
    meta: { title: 'mail.title', access: 'outbox:read', admin: { text: 'mail.text', icon: Mail, order: 70 } },
  },
]
