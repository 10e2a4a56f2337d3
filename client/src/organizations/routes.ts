import { Building2 } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const organizationsRoutes: RouteRecordRaw[] = [
  {
    path: '/organizations',
    name: 'organizations',
    component: () => import('./OrganizationsPage.vue'),
    meta: {
      title: 'organizations.directory',
      access: 'organizations:read',
      nav: { label: 'organizations', icon: Building2, order: 20 },
    },
  },
  {
    path: '/organizations/:organizationId',
    name: 'organization',
    props: true,
    component: () => import('./OrganizationPage.vue'),
    meta: { title: 'organizations.profile.title', access: 'organizations:read' },
  },
]
