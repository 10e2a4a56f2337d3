import { Scale } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const investmentsRoutes: RouteRecordRaw[] = [
  {
    path: '/investments',
    name: 'investments',
    component: () => import('./InvestmentsPage.vue'),
    meta: {
      title: 'investments.title',
      access: 'partnerships:read',
      nav: {
        label: 'investments',
        icon: Scale,
        order: 45,
        roles: ['admin', 'director', 'coordinator', 'viewer', 'analyst'],
      },
    },
  },
]

export const investmentsLinkPages: LinkPage[] = [
  { purpose: 'hours', title: 'investments.link.title', page: () => import('./ReportHoursPage.vue') },
]
