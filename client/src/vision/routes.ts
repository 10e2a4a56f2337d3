import type { LinkPage } from '../links/index.ts'

export const visionLinkPages: LinkPage[] = [
  { purpose: 'vision', title: 'vision.link.title', page: () => import('./ConfirmVisionPage.vue') },
]
