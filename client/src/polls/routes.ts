import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const pollsRoutes: RouteRecordRaw[] = [
  {
    path: '/placing/polls/:pollId',
    name: 'delivery-poll',
    props: true,
    component: () => import('./PollPage.vue'),
    meta: { title: 'polls.title', access: 'partnerships:write' },
  },
]

export const pollsLinkPages: LinkPage[] = [
  { purpose: 'can-deliver', title: 'polls.link.title', page: () => import('./CanDeliverPage.vue') },
]
