import type { RouteRecordRaw } from 'vue-router'

export const reportsRoutes: RouteRecordRaw[] = [
  {
    path: '/outcomes/reports',
    name: 'reports',
    component: () => import('./ReportsPage.vue'),
    meta: { title: 'reports.title', access: 'equity:read' },
  },
  {
    path: '/outcomes/reports/:reportId',
    name: 'report',
    component: () => import('./ReportPage.vue'),
    props: true,
    meta: { title: 'reports.title', access: 'equity:read' },
  },
]
