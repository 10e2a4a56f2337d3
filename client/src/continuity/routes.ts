import { UserRoundCog } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const continuityRoutes: RouteRecordRaw[] = [
  {
    path: '/people-changes',
    name: 'people-changes',
    component: () => import('./PeopleChangesPage.vue'),
    meta: {
      title: 'continuity.title',
      access: 'partnerships:write',
      nav: { label: 'continuity', icon: UserRoundCog, order: 46 },
    },
  },
  {
    path: '/people-changes/:departureId',
    name: 'handover',
    props: true,
    component: () => import('./HandoverPage.vue'),
    meta: { title: 'continuity.title', access: 'letters:write' },
  },
]
