import { School } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const schoolsRoutes: RouteRecordRaw[] = [
  {
    path: '/schools',
    name: 'schools',
    component: () => import('./SchoolsPage.vue'),
    meta: {
      title: 'schools.title',
      access: 'schools:read',
      nav: { label: 'schools', icon: School, order: 30 },
    },
  },
  {
    path: '/schools/:schoolId',
    name: 'school',
    component: () => import('./SchoolPage.vue'),
    props: true,
    meta: { title: 'schools.title', access: 'schools:read' },
  },
]
