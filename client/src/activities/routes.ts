import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const activitiesRoutes: RouteRecordRaw[] = [
  {
    path: '/outcomes/activities',
    name: 'activities',
    component: () => import('./ActivitiesPage.vue'),
    meta: { title: 'activities.title', access: 'activities:read' },
  },
  {
    path: '/outcomes/activities/new',
    name: 'log-activity',
    component: () => import('./LogActivityPage.vue'),
    meta: { title: 'activities.log', access: 'activities:write' },
  },
  {
    path: '/outcomes/activities/plan',
    name: 'plan-sessions',
    component: () => import('./PlanSessionsPage.vue'),
    meta: { title: 'activities.series.title', access: 'activities:write' },
  },
  {
    path: '/outcomes/activities/sheet',
    name: 'activity-sheet',
    component: () => import('./SheetPage.vue'),
    meta: { title: 'activities.several', access: 'activities:write' },
  },
]

export const activitiesLinkPages: LinkPage[] = [
  { purpose: 'activities', title: 'activities.link.title', page: () => import('./TellActivitiesPage.vue') },
]
