import type { RouteRecordRaw } from 'vue-router'
import type { LinkPage } from '../links/index.ts'

export const storiesRoutes: RouteRecordRaw[] = [
  {
    path: '/outcomes/stories',
    name: 'stories',
    component: () => import('./StoriesPage.vue'),
    meta: { title: 'stories.title', access: 'stories:read' },
  },
  {
    path: '/outcomes/stories/:storyId',
    name: 'story',
    props: true,
    component: () => import('./StoryPage.vue'),
    meta: { title: 'stories.one', access: 'stories:read' },
  },
  {
    path: '/outcomes/stories/:storyId/poster',
    name: 'story-poster',
    props: true,
    component: () => import('./PosterPage.vue'),
    meta: { title: 'stories.poster.title', access: 'stories:read' },
  },
]

export const storiesLinkPages: LinkPage[] = [
  { purpose: 'story-consent', title: 'stories.link.title', page: () => import('./ConsentPage.vue') },
]
