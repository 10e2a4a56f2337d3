import { FileSignature } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const agreementsRoutes: RouteRecordRaw[] = [
  {
    path: '/agreements',
    name: 'agreements',
    component: () => import('./AgreementsPage.vue'),
    meta: {
      title: 'agreements.title',
      access: 'agreements:read',
      nav: {
        label: 'agreements',
        icon: FileSignature,
        order: 15,
        roles: ['admin', 'director', 'coordinator'],
      },
    },
  },
  {
    path: '/agreements/:agreementId',
    name: 'agreement',
    props: true,
    component: () => import('./AgreementPage.vue'),
    meta: { title: 'agreements.one', access: 'agreements:read' },
  },
  {
    path: '/verify',
    name: 'verify',
    component: () => import('./VerifyPage.vue'),
    meta: { title: 'agreements.verify.title', access: 'public', plain: true, link: true },
  },
]

export const agreementLinkPages: LinkPage[] = [
  { purpose: 'agreement', title: 'agreements.link.title', page: () => import('./SignAgreementPage.vue') },
]
