import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const requestsRoutes: RouteRecordRaw[] = [
  {
    path: '/placing/requests',
    name: 'help-requests',
    component: () => import('./RequestsPage.vue'),
    meta: { title: 'requests.title', access: 'needs:read' },
  },
  {
    path: '/placing/requests/:helpRequestId',
    name: 'help-request',
    props: true,
    component: () => import('./RequestPage.vue'),
    meta: { title: 'requests.one', access: 'needs:read' },
  },
]

export const requestsLinkPages: LinkPage[] = [
  { purpose: 'help-request', title: 'requests.link.title', page: () => import('./AnswerPage.vue') },
]
