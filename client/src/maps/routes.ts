import type { RouteRecordRaw } from 'vue-router'

export const mapsRoutes: RouteRecordRaw[] = [
  {
    path: '/needs/map',
    name: 'place-map',
    component: () => import('./MapPage.vue'),
    meta: { title: 'maps.title', access: 'needs:read' },
  },
]
