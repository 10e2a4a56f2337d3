import { School } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const boardsRoutes: RouteRecordRaw[] = [
  {
    path: '/outcomes/overview',
    name: 'overview',
    component: () => import('./OverviewPage.vue'),
    meta: { title: 'boards.title', access: 'metrics:read' },
  },
  {
    path: '/outcomes/desk',
    name: 'desk',
    component: () => import('./DeskPage.vue'),
    meta: { title: 'boards.desk.title', access: 'agreements:write' },
  },
  {
    path: '/my-school',
    name: 'my-school',
    component: () => import('./MySchoolPage.vue'),
    meta: {
      title: 'boards.school.title',
      access: 'needs:read',
      nav: { label: 'mySchool', icon: School, order: 5, roles: ['school'] },
    },
  },
]

export const boardsLinkPages: LinkPage[] = [
  { purpose: 'help-done', title: 'boards.help.title', page: () => import('./HelpDonePage.vue') },
]
