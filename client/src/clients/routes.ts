import { Plug } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const clientsRoutes: RouteRecordRaw[] = [
  {
    path: '/admin/api-clients',
    name: 'api-clients',
    component: () => import('./ClientsPage.vue'),
    meta: {
      title: 'clients.title',
      access: 'api-clients:write',
      admin: { text: 'clients.text', icon: Plug, order: 60 },
    },
  },
]
