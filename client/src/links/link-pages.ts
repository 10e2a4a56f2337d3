import type { LinkPurpose } from '@common-table/shared/vocabulary/link-purposes'
import { defineComponent, h, type Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

export interface LinkPage {
  purpose: LinkPurpose
  /** A message key: the tab's title. */
  title: string
  page: () => Promise<{ default: Component }>
}

/** The page comes with the frame around it: brand, language, what to do when the link works no more. */
const framed = (purpose: LinkPurpose, page: LinkPage['page']) => async () => {
  const [{ default: Frame }, { default: Page }] = await Promise.all([import('./LinkFrame.vue'), page()])
  return defineComponent({ setup: () => () => h(Frame, { purpose }, { default: () => h(Page) }) })
}

/** A feature's pages for partners, at `/link/<purpose>#<token>`: `...linkPagesOf('compliance', complianceLinkPages)` */
export const linkPagesOf = (feature: string, pages: readonly LinkPage[]): RouteRecordRaw[] =>
  pages.map(({ purpose, title, page }) => ({
    path: `/link/${purpose}`,
    name: `link-${purpose}`,
    component: framed(purpose, page),
    meta: { title, access: 'public', plain: true, link: true, feature },
  }))
