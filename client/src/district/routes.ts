import { Settings } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const districtRoutes: RouteRecordRaw[] = [
  {
    path: '/settings',
    name: 'settings',
    component: () => import('./SettingsPage.vue'),
    meta: {
      title: 'district.title',
      access: 'district:read',
      admin: { text: 'district.text', icon: Settings, order: 10 },
    },
  },
]
