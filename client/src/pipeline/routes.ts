import { Sprout } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const pipelineRoutes: RouteRecordRaw[] = [
  {
    path: '/pipeline',
    name: 'pipeline',
    component: () => import('./PipelinePage.vue'),
    meta: {
      title: 'pipeline.title',
      access: 'pipeline:read',
      nav: { label: 'pipeline', icon: Sprout, order: 15 },
    },
  },
  {
    path: '/pipeline/:prospectId',
    name: 'prospect',
    props: true,
    component: () => import('./ProspectPage.vue'),
    meta: { title: 'pipeline.one', access: 'pipeline:read' },
  },
  {
    path: '/placing/offers',
    name: 'offers',
    component: () => import('./OffersPage.vue'),
    meta: { title: 'pipeline.offers.title', access: 'pipeline:write' },
  },
  {
    path: '/offer-help/:district',
    name: 'offer-help',
    props: true,
    component: () => import('./OfferHelpPage.vue'),
    meta: { title: 'pipeline.help.title', access: 'public', plain: true },
  },
]
