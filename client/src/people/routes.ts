import { Users } from '@lucide/vue'
import type { RouteRecordRaw } from 'vue-router'

export const peopleRoutes: RouteRecordRaw[] = [
  {
    path: '/forgot-password',
    name: 'forgot-password',
    component: () => import('./ForgotPasswordPage.vue'),
    meta: { title: 'people.forgot.title', access: 'public', plain: true },
  },
  {
    path: '/reset-password',
    name: 'reset-password',
    component: () => import('./ResetPasswordPage.vue'),
    meta: { title: 'people.reset.title', access: 'public', plain: true },
  },
  {
    path: '/invitation',
    name: 'invitation',
    component: () => import('./InvitationPage.vue'),
    meta: { title: 'people.invitation.accept', access: 'public', plain: true },
  },
  {
    path: '/account',
    name: 'account',
    component: () => import('./AccountPage.vue'),
    meta: { title: 'people.account.title', access: 'signed-in' },
  },
  {
    path: '/admin/people',
    name: 'people',
    component: () => import('./UsersPage.vue'),
    meta: {
      title: 'people.title',
      access: 'users:read',
      admin: { text: 'people.text', icon: Users, order: 20 },
    },
  },
]
