import { PiniaColada } from '@pinia/colada'
import type { Call } from '@common-table/shared/contract/caller'
import type { Role } from '@common-table/shared/contract/permission'
import type { Input, Output, Route } from '@common-table/shared/contract/route'
import type { OpenedLink } from '@common-table/shared/links/schemas'
import type { SignedIn, SignedInUser } from '@common-table/shared/people/schemas'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import type { Component, Plugin } from 'vue'
import { onTestFinished, vi } from 'vitest'
import { createMemoryHistory, createRouter, type RouteLocationRaw, type RouteRecordRaw } from 'vue-router'
import { catalogues } from '../app/messages.ts'
import { apiKey, type Api } from './api.ts'
import { createWords, type Locale } from './i18n.ts'
import { openedLinkKey } from './opened-link.ts'
import { useSession } from './session.ts'

type Answer = readonly [Route, (input: never) => unknown]

/** A canned answer, checked against the contract it answers for. Throw a ProblemError to refuse. */
export const answer = <R extends Route>(
  route: R,
  reply: (input: Input<R>) => Output<R> | Promise<Output<R>>,
): Answer => [route, reply as never] // `render` pairs each reply with its own route again

export interface Setting {
  props?: Record<string, unknown>
  slots?: Record<string, unknown>
  role?: Role
  locale?: Locale
  /** The page stands behind an e-mailed link; this is what it knows about it. */
  link?: Partial<OpenedLink>
  /** Where the page is opened, with its query. */
  path?: string
  /** Named routes that the page links to. Unknown names are made up on the way. */
  routes?: RouteRecordRaw[]
}

const nowhere = { render: () => null }
const someone: SignedInUser = {
  id: '00000000-0000-4000-8000-0000000000aa',
  name: 'Robin Alvarez',
  email: 'robin@example.org',
  districtId: '00000000-0000-4000-8000-0000000000dd',
  districtName: 'Cedar Valley',
  title: null,
  role: 'coordinator',
  schools: [],
  locale: 'en',
  theme: 'system',
  preferences: {},
  version: 1,
}

const aLink: OpenedLink = {
  purpose: 'documents',
  name: 'Ana Núñez',
  email: 'ana@harvest.example',
  organizationName: 'Harvest Table',
  locale: 'en',
  expiresAt: '2026-12-01T00:00:00Z',
  district: {
    name: 'Cedar Valley',
    contactEmail: 'partners@cedar.example',
    contactPhone: null,
    brandHue: null,
    hasLogo: false,
  },
}

/** What signing in answers for a person of this role. */
export const signedInAs = (role: Role): SignedIn => ({
  accessToken: 'test',
  expiresIn: 900,
  user: { ...someone, role },
})

/** A page or a part; parts with a type parameter are functions to the compiler. */
type Page = Component | ((props: never, ...rest: never[]) => unknown)

/** Mounts a page before a server of canned answers; a page that asks for anything else fails with the route's name. */
export const render = async (page: Page, ...given: (Answer | Setting)[]): Promise<VueWrapper> => {
  const answers = given.filter((item): item is Answer => Array.isArray(item))
  const setting = Object.assign({}, ...given.filter((item) => !Array.isArray(item))) as Setting
  const reply: Call = async (route, ...[input]) => {
    const found = answers.find(([answered]) => answered === route)
    if (!found)
      throw new Error(`The page called ${route.method} ${route.path}, which this test does not answer.`)
    return found[1]((input ?? {}) as never) as never // `answer` typed both against the route
  }
  const api: Api = {
    call: reply,
    upload: (route, file, input) => reply(route, { ...input, body: file } as never),
    download: async (route, input) => new Blob([String(await reply(route, input as never))]),
    stream: () => () => {},
    hold: () => {},
    refresh: async () => null,
  }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [...(setting.routes ?? []), { path: '/:anything(.*)*', name: 'anything', component: nowhere }],
  })
  const resolve = router.resolve.bind(router)
  const unknown = (to: unknown): to is { name: string; params?: Record<string, string> } =>
    typeof to === 'object' &&
    to !== null &&
    'name' in to &&
    typeof to.name === 'string' &&
    !router.hasRoute(to.name)
  // A page test needs no table of every page it links to: an unknown name leads to `/name/params`.
  router.resolve = (to: RouteLocationRaw) =>
    resolve(unknown(to) ? `/${[to.name, ...Object.values(to.params ?? {})].join('/')}` : (to as string)) // any raw location
  await router.push(setting.path ?? '/')

  const words = createWords(catalogues, setting.locale ?? 'en')
  await Promise.all(Object.keys(catalogues).map((name) => words.load(name)))
  const pinia = createPinia()
  const before: Plugin = (app) => {
    app.provide(apiKey, api).use(pinia).use(PiniaColada).use(router).use(words.i18n)
    if (setting.link) app.provide(openedLinkKey, { ...aLink, ...setting.link })
    app.provide('words', words)
    if (setting.role) useSession(pinia).begin(signedInAs(setting.role))
  }
  const wrapper = mount(page as Component, {
    props: setting.props ?? {},
    slots: (setting.slots ?? {}) as Record<string, never>, // the slots of any page
    global: { plugins: [before] },
    attachTo: document.body,
  })
  onTestFinished(() => wrapper.unmount())
  // Parts of a page that come on demand are waited for, and what they ask in turn.
  for (let round = 0; round < 2; round++) {
    await flushPromises()
    await vi.dynamicImportSettled()
  }
  await flushPromises()
  return wrapper
}
