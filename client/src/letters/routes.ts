import { Mail } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const lettersRoutes: RouteRecordRaw[] = [
  {
    path: '/letters',
    name: 'letters',
    component: () => import('./LettersPage.vue'),
    meta: {
      title: 'letters.title',
      access: 'letters:write',
      nav: { label: 'letters', icon: Mail, order: 47 },
    },
  },
  {
    path: '/letters/templates',
    name: 'letter-templates',
    component: () => import('./TemplatesPage.vue'),
    meta: { title: 'letters.templates.title', access: 'letters:templates' },
  },
  {
    path: '/letters/:letterId',
    name: 'letter',
    props: true,
    component: () => import('./LetterPage.vue'),
    meta: { title: 'letters.title', access: 'letters:write' },
  },
]
