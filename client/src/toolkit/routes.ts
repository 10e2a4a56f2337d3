import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const toolkitRoutes: RouteRecordRaw[] = [
  {
    path: '/outcomes/toolkit',
    name: 'toolkit',
    component: () => import('./ToolkitPage.vue'),
    meta: { title: 'toolkit.title', access: 'organizations:read' },
  },
  {
    path: '/outcomes/toolkit/:resourceId',
    name: 'resource',
    props: true,
    component: () => import('./ResourcePage.vue'),
    meta: { title: 'toolkit.one', access: 'organizations:read' },
  },
]

export const toolkitLinkPages: LinkPage[] = [
  { purpose: 'resource', title: 'toolkit.one', page: () => import('./SharedResourcePage.vue') },
]
