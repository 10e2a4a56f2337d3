import { House, Settings } from '@lucide/vue'
import { nextTick, watchEffect } from 'vue'
import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router'
import type { Words } from '../platform/i18n.ts'
import { pipelineRoutes } from '../pipeline/routes.ts'
import { offersLinkPages, offersRoutes } from '../offers/routes.ts'
import { lifecycleRoutes } from '../lifecycle/routes.ts'
import { needsRoutes } from '../needs/routes.ts'
import { mapsRoutes } from '../maps/routes.ts'
import { networkRoutes } from '../network/routes.ts'
import { placementRoutes } from '../placement/routes.ts'
import { reportsRoutes } from '../reports/routes.ts'
import { continuityRoutes } from '../continuity/routes.ts'
import { lettersRoutes } from '../letters/routes.ts'
import { decisionsRoutes } from '../decisions/routes.ts'
import { investmentsLinkPages, investmentsRoutes } from '../investments/routes.ts'
import { agreementLinkPages, agreementsRoutes } from '../agreements/routes.ts'
import { complianceLinkPages, complianceRoutes } from '../compliance/routes.ts'
import { linkPagesOf } from '../links/index.ts'
import { visionLinkPages } from '../vision/routes.ts'
import { outlookRoutes } from '../outlook/routes.ts'
import { barriersRoutes } from '../barriers/routes.ts'
import { reconciliationLinkPages, reconciliationRoutes } from '../reconciliation/routes.ts'
import { pollsLinkPages, pollsRoutes } from '../polls/routes.ts'
import { requestsLinkPages, requestsRoutes } from '../requests/routes.ts'
import { roundsLinkPages, roundsRoutes } from '../rounds/routes.ts'
import { organizationsRoutes } from '../organizations/routes.ts'
import { partnershipsRoutes } from '../partnerships/routes.ts'
import { ownTitle } from '../platform/page-title.ts'
import { pagesOf } from '../platform/pages.ts'
import { useSession } from '../platform/session.ts'
import { auditRoutes } from '../audit/routes.ts'
import { clientsRoutes } from '../clients/routes.ts'
import { mailRoutes } from '../mail/routes.ts'
import { meetingsLinkPages, meetingsRoutes } from '../meetings/routes.ts'
import { notificationsRoutes } from '../notifications/routes.ts'
import { peopleRoutes } from '../people/routes.ts'
import { districtRoutes } from '../district/routes.ts'
import { activitiesLinkPages, activitiesRoutes } from '../activities/routes.ts'
import { goalsRoutes } from '../goals/routes.ts'
import { boardsLinkPages, boardsRoutes } from '../boards/routes.ts'
import { outcomesRoutes } from '../outcomes/routes.ts'
import { toolkitLinkPages, toolkitRoutes } from '../toolkit/routes.ts'
import { storiesLinkPages, storiesRoutes } from '../stories/routes.ts'
import { releasesRoutes } from '../releases/routes.ts'
import { seatsLinkPages, seatsRoutes } from '../seats/routes.ts'
import { importsRoutes } from '../imports/routes.ts'
import { schoolsRoutes } from '../schools/routes.ts'

/** Every page. A feature adds one line: `...pagesOf('needs', needsRoutes)`. */
export const pages: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'home',
    component: () => import('./HomePage.vue'),
    meta: {
      title: 'app.home.title',
      access: 'signed-in',
      feature: 'today',
      nav: { label: 'home', icon: House, order: 0 },
    },
  },
  ...pagesOf('schools', schoolsRoutes),
  ...pagesOf('pipeline', pipelineRoutes),
  ...pagesOf('reconciliation', reconciliationRoutes),
  ...linkPagesOf('reconciliation', reconciliationLinkPages),
  ...pagesOf('barriers', barriersRoutes),
  ...pagesOf('rounds', roundsRoutes),
  ...linkPagesOf('rounds', roundsLinkPages),
  ...pagesOf('offers', offersRoutes),
  ...linkPagesOf('offers', offersLinkPages),
  ...pagesOf('requests', requestsRoutes),
  ...linkPagesOf('requests', requestsLinkPages),
  ...pagesOf('polls', pollsRoutes),
  ...linkPagesOf('polls', pollsLinkPages),
  ...pagesOf('needs', needsRoutes),
  ...pagesOf('placement', placementRoutes),
  ...pagesOf('reports', reportsRoutes),
  ...pagesOf('maps', mapsRoutes),
  ...pagesOf('network', networkRoutes),
  ...pagesOf('releases', releasesRoutes),
  ...pagesOf('seats', seatsRoutes),
  ...linkPagesOf('seats', seatsLinkPages),
  ...pagesOf('boards', boardsRoutes),
  ...linkPagesOf('boards', boardsLinkPages),
  ...pagesOf('outcomes', outcomesRoutes),
  ...pagesOf('toolkit', toolkitRoutes),
  ...linkPagesOf('toolkit', toolkitLinkPages),
  ...pagesOf('stories', storiesRoutes),
  ...linkPagesOf('stories', storiesLinkPages),
  ...pagesOf('goals', goalsRoutes),
  ...pagesOf('activities', activitiesRoutes),
  ...linkPagesOf('activities', activitiesLinkPages),
  ...pagesOf('imports', importsRoutes),
  ...pagesOf('district', districtRoutes),
  {
    path: '/admin',
    name: 'admin',
    component: () => import('./AdminPage.vue'),
    meta: {
      title: 'app.nav.admin',
      access: 'signed-in',
      nav: {
        label: 'admin',
        icon: Settings,
        order: 90,
        roles: ['admin', 'director', 'steward'],
        apart: true,
      },
    },
  },
  ...pagesOf('people', peopleRoutes),
  ...pagesOf('clients', clientsRoutes),
  ...pagesOf('mail', mailRoutes),
  ...pagesOf('audit', auditRoutes),
  ...pagesOf('notifications', notificationsRoutes),
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./SignInPage.vue'),
    meta: { title: 'app.signIn.title', access: 'public', plain: true },
  },
  {
    path: '/offline',
    name: 'offline',
    component: () => import('./OfflinePage.vue'),
    meta: { title: 'app.offline.title', access: 'public', plain: true },
  },
  ...pagesOf('organizations', organizationsRoutes),
  ...pagesOf('continuity', continuityRoutes),
  ...pagesOf('letters', lettersRoutes),
  ...pagesOf('decisions', decisionsRoutes),
  ...pagesOf('investments', investmentsRoutes),
  ...linkPagesOf('investments', investmentsLinkPages),
  ...pagesOf('compliance', complianceRoutes),
  ...linkPagesOf('compliance', complianceLinkPages),
  ...pagesOf('agreements', agreementsRoutes),
  ...pagesOf('outlook', outlookRoutes),
  ...linkPagesOf('agreements', agreementLinkPages),
  ...linkPagesOf('vision', visionLinkPages),
  ...pagesOf('partnerships', partnershipsRoutes),
  ...pagesOf('meetings', meetingsRoutes),
  ...linkPagesOf('meetings', meetingsLinkPages),
  ...pagesOf('lifecycle', lifecycleRoutes),
  ...(import.meta.env.DEV
    ? [
        {
          path: '/kit',
          name: 'kit',
          component: () => import('./kit/KitPage.vue'),
          meta: { title: 'app.name', access: 'public' as const, plain: true as const },
        },
      ]
    : []),
  {
    path: '/:unknown(.*)*',
    name: 'not-found',
    component: () => import('./NotFoundPage.vue'),
    meta: { title: 'app.notFound.title', access: 'signed-in' },
  },
]

/** Only paths of this site: `next` comes from the address bar. */
export const safeNext = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/'

/** A page that is fetched when it is first visited. */
const isLazy = (page: unknown): page is () => Promise<unknown> => typeof page === 'function'

export const createPages = (words: Words): Router => {
  const router = createRouter({
    history: createWebHistory(),
    routes: pages,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  })

  router.beforeEach(async (to) => {
    // The page and its words are on their way while the session is renewed.
    for (const { components } of to.matched) if (isLazy(components?.['default'])) void components['default']()
    if (to.meta.feature) void words.load(to.meta.feature)
    if (to.meta.link) void words.load('links')
    if (to.name === 'offline' || to.name === 'kit' || to.meta.link) return true
    const session = useSession()
    try {
      await session.restore()
    } catch {
      return { name: 'offline', query: { next: to.fullPath } }
    }
    if (to.name === 'sign-in' && session.user) return safeNext(to.query.next)
    if (to.meta.access === 'public' || session.user) return true
    return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
  })
  router.beforeResolve(async (to) => {
    if (to.meta.link) await words.load('links')
    if (to.meta.feature) await words.load(to.meta.feature)
  })
  router.afterEach(async (to, from, failure) => {
    if (failure || from.matched.length === 0 || to.path === from.path) return
    await nextTick()
    const heading =
      document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
    heading?.focus({ preventScroll: true })
  })
  watchEffect(() => {
    const route = router.currentRoute.value
    const title = ownTitle.value ?? (route.meta.title ? words.t(route.meta.title) : '')
    document.title = title && title !== 'Common Table' ? `${title} · Common Table` : 'Common Table'
  })
  return router
}
