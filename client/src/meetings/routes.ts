import { CalendarCheck } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const meetingsRoutes: RouteRecordRaw[] = [
  {
    path: '/check-ins',
    name: 'check-ins',
    component: () => import('./CheckInsPage.vue'),
    meta: {
      title: 'meetings.title',
      access: 'check-ins:read',
      nav: {
        label: 'checkIns',
        icon: CalendarCheck,
        order: 15,
        roles: ['admin', 'director', 'coordinator', 'school'],
      },
    },
  },
  {
    path: '/check-ins/:checkInId',
    name: 'check-in',
    component: () => import('./CheckInPage.vue'),
    meta: { title: 'meetings.one', access: 'check-ins:read' },
  },
  {
    path: '/councils',
    name: 'councils',
    component: () => import('./CouncilsPage.vue'),
    meta: { title: 'meetings.councils.title', access: 'check-ins:read' },
  },
  {
    path: '/councils/meetings/:meetingId',
    name: 'meeting',
    component: () => import('./MeetingPage.vue'),
    meta: { title: 'meetings.councils.one', access: 'check-ins:read' },
  },
]

export const meetingsLinkPages: LinkPage[] = [
  { purpose: 'check-in', title: 'meetings.link.title', page: () => import('./PartnerCheckInPage.vue') },
]
