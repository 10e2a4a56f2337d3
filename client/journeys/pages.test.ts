import { describe, expect, it } from 'vitest'
import { useBrowser, type Visit } from './support/browser.ts'
import { ownPages } from './support/own-pages.ts'

/** Lists, with how the address of one of their records begins. */
const lists = new Map([
  ['/partnerships', '/partnerships/'],
  ['/agreements', '/agreements/'],
  ['/pipeline?view=list', '/pipeline/'],
  ['/organizations', '/organizations/'],
  ['/schools', '/schools/'],
  ['/needs', '/needs/'],
  ['/outcomes', '/outcomes/metrics/'],
])
const nameOf = (path: string): string => path.replaceAll(/\W+/g, '-').replace(/^-|-$/g, '') || 'home'

interface Stop {
  path: string
  name: string
}

/** Every page that stands by itself, as an administrator sees it: no other role is offered more. Lists come first. */
const ownStops = (): Stop[] =>
  [
    ...lists.keys(),
    '/',
    '/admin',
    '/partnerships?view=board',
    ...ownPages().filter((path) => !lists.has(path)),
    '/partnerships/00000000-0000-4000-8000-000000000001',
  ].map((path) => ({ path, name: /0{8}/.test(path) ? 'record-not-there' : nameOf(path) }))

/** The first record of a list, which the seed has filled. */
const recordOf = async ({ page }: Visit, prefix: string): Promise<string> => {
  const links = page.locator(`main a[href^="${prefix}"]`)
  await links.last().waitFor()
  const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  return found.find((href) => /[0-9a-f-]{36}$/.test(href))!
}

/** Theme and width change while a page stands; the rules of axe that no theme can break are asked once for each width. */
const looksOf = {
  en: async ({ wear, check }: Visit, name: string) => {
    await check(name)
    await wear({ theme: 'dark' })
    await check(name, 'colours')
    await wear({ width: 'phone', theme: 'light' })
    await check(name)
    await wear({ width: 'desk' })
  },
  es: async ({ wear, check }: Visit, name: string) => {
    await check(name)
    await wear({ width: 'phone', theme: 'dark' })
    await check(name, 'colours')
    await wear({ width: 'desk', theme: 'light' })
  },
}

describe.each(['en', 'es'] as const)('every page, in %s', (language) => {
  const browser = useBrowser()
  const locale = `${language}-US` as const

  it('stands at both widths, light and dark, without a barrier', { timeout: 600_000 }, async () => {
    const stranger = await browser.visit({ locale })
    await stranger.go('/sign-in')
    await looksOf[language](stranger, 'sign-in')

    const admin = await browser.signIn('admin', { locale })
    await admin.speak(language)
    const stops = ownStops()
    const walk = async (visit: Visit): Promise<void> => {
      for (let stop = stops.shift(); stop; stop = stops.shift()) {
        await visit.go(stop.path)
        expect.soft(await visit.page.locator('h1').first().textContent(), stop.path).not.toBe('')
        const prefix = lists.get(stop.path)
        if (prefix) stops.push({ path: await recordOf(visit, prefix), name: `${stop.name}-record` })
        await looksOf[language](visit, stop.name)
      }
    }
    await Promise.all([walk(admin), walk(await admin.tab())])
    await admin.speak('en')
  })
})
