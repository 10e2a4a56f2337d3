import { ScrollText } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const auditRoutes: RouteRecordRaw[] = [
  {
    path: '/admin/audit',
    name: 'audit',
    component: () => import('./AuditPage.vue'),
    meta: {
      title: 'audit.title',
      access: 'audit:read',
      admin: { text: 'audit.text', icon: ScrollText, order: 80 },
    },
  },
]
