import { MapPinned } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

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
    path: '/needs/priorities',
    name: 'need-priorities',
    component: () => import('./PrioritiesPage.vue'),
    meta: { title: 'needs.equity.queue.title', access: 'equity:read' },
  },
  {
    path: '/needs/equity',
    name: 'equity',
    component: () => import('./EquityPage.vue'),
    meta: { title: 'needs.equity.title', access: 'equity:read' },
  },
  {
    path: '/needs/what-if',
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
    path: '/needs/:needId',
    name: 'need',
    component: () => import('./NeedPage.vue'),
    props: true,
    meta: { title: 'needs.one', access: 'needs:read' },
  },
]
