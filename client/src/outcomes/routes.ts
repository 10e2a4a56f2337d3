import { ChartLine } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const outcomesRoutes: RouteRecordRaw[] = [
  {
    path: '/outcomes',
    name: 'outcomes',
    component: () => import('./DashboardPage.vue'),
    meta: {
      title: 'outcomes.title',
      access: 'metrics:read',
      nav: { label: 'outcomes', icon: ChartLine, order: 60 },
    },
  },
  {
    path: '/outcomes/explore',
    name: 'explorer',
    component: () => import('./ExplorerPage.vue'),
    meta: { title: 'outcomes.explore.title', access: 'metrics:read' },
  },
  {
    path: '/outcomes/objectives/:objectiveId',
    name: 'objective',
    component: () => import('./ObjectivePage.vue'),
    props: true,
    meta: { title: 'outcomes.objectives.title', access: 'metrics:read' },
  },
  {
    path: '/outcomes/metrics',
    name: 'metrics',
    component: () => import('./DictionaryPage.vue'),
    meta: { title: 'outcomes.dictionary.title', access: 'metrics:read' },
  },
  {
    path: '/outcomes/metrics/:metricId',
    name: 'metric',
    component: () => import('./MetricPage.vue'),
    props: true,
    meta: { title: 'outcomes.title', access: 'metrics:read' },
  },
]
