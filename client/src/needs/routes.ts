import { HandHeart, MapPinned } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'
import { useSession } from '../platform/session.ts'

export const needsRoutes: RouteRecordRaw[] = [
  {
    path: '/needs',
    name: 'needs',
    component: () => import('./NeedsPage.vue'),
    meta: {
      title: 'needs.title',
      access: 'needs:read',
      nav: { label: 'needs', icon: MapPinned, order: 20 },
    },
  },
  {
    path: '/needs/gaps',
    name: 'gap-board',
    component: () => import('./GapBoardPage.vue'),
    meta: { title: 'needs.board.title', access: 'needs:read' },
  },
  {
    path: '/needs/suggestions',
    name: 'need-suggestions',
    component: () => import('./SuggestionsPage.vue'),
    meta: { title: 'needs.queue.title', access: 'needs:read' },
  },
  {
    path: '/placing/priorities',
    name: 'need-priorities',
    component: () => import('./PrioritiesPage.vue'),
    meta: { title: 'needs.equity.queue.title', access: 'equity:read' },
  },
  {
    path: '/placing/equity',
    name: 'equity',
    component: () => import('./EquityPage.vue'),
    meta: { title: 'needs.equity.title', access: 'equity:read' },
  },
  {
    path: '/placing/what-if',
    name: 'what-if',
    component: () => import('./WhatIfPage.vue'),
    meta: { title: 'needs.whatIf.title', access: 'needs:read' },
  },
  {
    path: '/needs/rules',
    name: 'need-rules',
    component: () => import('./RulesPage.vue'),
    meta: { title: 'needs.rules.title', access: 'needs:read' },
  },
  {
    // The first view that this person may open.
    path: '/placing',
    name: 'placing',
    redirect: () => ({ name: useSession().permits('equity:read') ? 'need-priorities' : 'help-requests' }),
    meta: {
      title: 'needs.views.placing',
      access: 'needs:read',
      nav: { label: 'placing', icon: HandHeart, order: 25 },
    },
  },
  {
    path: '/needs/:needId',
    name: 'need',
    component: () => import('./NeedPage.vue'),
    props: true,
    meta: { title: 'needs.one', access: 'needs:read' },
  },
]
