import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const offersRoutes: RouteRecordRaw[] = [
  {
    path: '/placing/offers/:offerId',
    name: 'offer',
    props: true,
    component: () => import('./OfferDeskPage.vue'),
    meta: { title: 'offers.title', access: 'pipeline:write' },
  },
]

export const offersLinkPages: LinkPage[] = [
  {
    purpose: 'first-refusal',
    title: 'offers.refusal.title',
    page: () => import('./FirstRefusalPage.vue'),
  },
  { purpose: 'offer', title: 'offers.status.title', page: () => import('./OfferStatusPage.vue') },
]
