import { FileUp, ListChecks } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

const writers = ['admin', 'director', 'coordinator', 'analyst', 'steward'] as const

export const importsRoutes: RouteRecordRaw[] = [
  {
    path: '/imports',
    name: 'imports',
    component: () => import('./ImportsPage.vue'),
    meta: {
      title: 'imports.title',
      access: 'imports:read',
      nav: { label: 'imports', icon: FileUp, order: 70, roles: [...writers], apart: true },
    },
  },
  {
    path: '/imports/new',
    name: 'new-import',
    component: () => import('./NewImportPage.vue'),
    meta: { title: 'imports.new.title', access: 'imports:write' },
  },
  {
    path: '/imports/:importId',
    name: 'import',
    component: () => import('./ImportPage.vue'),
    props: true,
    meta: { title: 'imports.one', access: 'imports:read' },
  },
  {
    path: '/review',
    name: 'review',
    component: () => import('./ReviewPage.vue'),
    meta: {
      title: 'imports.review.title',
      access: 'imports:read',
      nav: {
        label: 'review',
        icon: ListChecks,
        order: 72,
        roles: ['admin', 'director', 'coordinator'],
        apart: true,
      },
    },
  },
]
