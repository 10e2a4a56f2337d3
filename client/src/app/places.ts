import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { useSession } from '../platform/session.ts'
import type { NavItem } from '../ui/navigation.ts'

/** The first-level menu of this person: what the role permits, in order, from the pages' own `meta.nav`. */
export const usePlaces = () => {
  const { t } = useI18n()
  const router = useRouter()
  const route = useRoute()
  const session = useSession()
  return computed<NavItem[]>(() =>
    router
      .getRoutes()
      .flatMap((page) => (page.meta.nav ? [{ page, nav: page.meta.nav }] : []))
      .filter(
        ({ page, nav }) =>
          session.permits(page.meta.access) &&
          (!nav.roles || (session.role && nav.roles.includes(session.role))),
      )
      .sort((a, b) => a.nav.order - b.nav.order)
      .map(({ page, nav }) => ({
        key: String(page.name),
        label: t(`app.nav.${nav.label}`),
        icon: nav.icon,
        to: page.path,
        current: route.path === page.path || (page.path !== '/' && route.path.startsWith(`${page.path}/`)),
        ...(nav.apart && { apart: true }),
      })),
  )
}

/** Fetches a page's code while the pointer is still on its way. */
export const usePrefetch = () => {
  const router = useRouter()
  return ({ to }: NavItem): void => {
    for (const { components } of router.resolve(to).matched) {
      const load = components?.default
      if (typeof load === 'function') void (load as () => Promise<unknown>)() // pages are lazy: a function that imports
    }
  }
}
