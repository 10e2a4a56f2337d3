import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const reconciliationRoutes: RouteRecordRaw[] = [
  {
    path: '/needs/reconciliation',
    name: 'reconciliation',
    component: () => import('./ReconciliationPage.vue'),
    meta: { title: 'reconciliation.title', access: 'needs:read' },
  },
]

export const reconciliationLinkPages: LinkPage[] = [
  {
    purpose: 'confirm-partner',
    title: 'reconciliation.question.title',
    page: () => import('./ConfirmPartnerPage.vue'),
  },
]
