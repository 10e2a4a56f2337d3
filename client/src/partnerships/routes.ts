import { Handshake } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const partnershipsRoutes: RouteRecordRaw[] = [
  {
    path: '/partnerships',
    name: 'partnerships',
    component: () => import('./PartnershipsPage.vue'),
    meta: {
      title: 'partnerships.title',
      access: 'partnerships:read',
      nav: { label: 'partnerships', icon: Handshake, order: 10 },
    },
  },
  {
    path: '/partnerships/new',
    name: 'new-partnership',
    component: () => import('./NewPartnershipPage.vue'),
    meta: { title: 'partnerships.new.title', access: 'partnerships:write' },
  },
  {
    path: '/partnerships/:partnershipId',
    name: 'partnership',
    component: () => import('./PartnershipPage.vue'),
    meta: { title: 'partnerships.one', access: 'partnerships:read' },
  },
]
