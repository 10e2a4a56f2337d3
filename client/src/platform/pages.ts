import type { Access, Role } from '@common-table/shared/contract/permission'
import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'

/** Where a page stands in the first-level menu. */
export interface NavPlace {
  /** `app.nav.<label>` */
  label: string
  icon: Component
  order: number
  /** Only these roles see it there; others may still open the page. */
  roles?: readonly Role[]
  apart?: boolean
}

declare module 'vue-router' {
  interface RouteMeta {
    /** A message key: the tab's title. */
    title: string
    access: Access
    nav?: NavPlace
    /** A place of administration: it stands on the Admin page under its title. `text` is a message key. */
    admin?: { text: string; icon: Component; order: number }
    /** Whose words the page speaks; set by `pagesOf`. */
    feature?: string
    /** Behind an e-mailed link: nobody is signed in here, and no session is looked for. */
    link?: true
    /** Without the shell: sign-in and public pages. */
    plain?: true
  }
}

/** A feature's pages, each knowing whose words to fetch. `pagesOf('needs', needsRoutes)` */
export const pagesOf = (feature: string, routes: readonly RouteRecordRaw[]): RouteRecordRaw[] =>
  routes.map((route) => ({ ...route, meta: { ...route.meta!, feature } })) // every page states title and access
