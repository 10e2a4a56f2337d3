import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const seatsRoutes: RouteRecordRaw[] = [
  {
    path: '/placing/seats',
    name: 'seats',
    component: () => import('./SeatsPage.vue'),
    meta: { title: 'seats.title', access: 'needs:read' },
  },
]

export const seatsLinkPages: LinkPage[] = [
  { purpose: 'seats', title: 'seats.link.title', page: () => import('./EmployerSeatsPage.vue') },
  { purpose: 'seat-hours', title: 'seats.sign.title', page: () => import('./SignHoursPage.vue') },
]
