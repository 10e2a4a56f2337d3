import { ShieldCheck } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const complianceRoutes: RouteRecordRaw[] = [
  {
    path: '/cleared-on-campus',
    name: 'cleared-on-campus',
    component: () => import('./ClearancePage.vue'),
    meta: {
      title: 'compliance.title',
      access: 'compliance:read',
      nav: {
        label: 'cleared',
        icon: ShieldCheck,
        order: 35,
        roles: ['admin', 'director', 'coordinator', 'school'],
      },
    },
  },
  {
    path: '/cleared/:code',
    name: 'live-answer',
    props: true,
    component: () => import('./LiveAnswerPage.vue'),
    meta: { title: 'compliance.live.title', access: 'public', plain: true, link: true },
  },
]

export const complianceLinkPages: LinkPage[] = [
  { purpose: 'documents', title: 'compliance.link.title', page: () => import('./SendDocumentsPage.vue') },
]
