import { describe, expect, it } from 'vitest'
import { useBrowser, type Looks } from './support/browser.ts'

/** Every page that stands by itself, as an administrator sees it: no other role is offered more. */
const pages = [
  '/',
  '/partnerships',
  '/partnerships?view=board',
  '/partnerships/new',
  '/agreements',
  '/check-ins',
  '/pipeline',
  '/pipeline?view=list',
  '/rollover',
  '/organizations',
  '/schools',
  '/needs',
  '/needs/gaps',
  '/needs/suggestions',
  '/needs/rules',
  '/outcomes',
  '/outcomes/metrics',
  '/people-changes',
  '/letters',
  '/decisions',
  '/decisions?view=charter',
  '/imports',
  '/review',
  '/settings',
  '/admin',
  '/admin/people',
  '/admin/api-clients',
  '/admin/outbox',
  '/admin/audit',
  '/notifications',
  '/account',
] as const

/** The first record of a list, opened from it. */
const records = [
  ['/partnerships', '/partnerships/'],
  ['/agreements', '/agreements/'],
  ['/pipeline?view=list', '/pipeline/'],
  ['/organizations', '/organizations/'],
  ['/schools', '/schools/'],
  ['/needs', '/needs/'],
  ['/outcomes', '/outcomes/metrics/'],
] as const

const looks: Looks[] = [
  { width: 'desk', theme: 'light' },
  { width: 'phone', theme: 'light' },
  { width: 'desk', theme: 'dark' },
  { width: 'phone', theme: 'dark', locale: 'es-US' },
]

describe.each(looks)('at $width width, $theme', (look) => {
  const browser = useBrowser()

  it('signs in and shows every page without a barrier', { timeout: 600_000 }, async () => {
    const stranger = await browser.visit(look)
    await stranger.go('/sign-in')
    await stranger.check('sign-in')
    const admin = await browser.signIn('admin', look)
    for (const path of pages) {
      await admin.go(path)
      expect(await admin.page.locator('h1').first().textContent()).not.toBe('')
      await admin.check(path.replaceAll(/\W+/g, '-').replace(/^-|-$/g, '') || 'home')
    }
    for (const [path, prefix] of records) {
      await admin.go(path)
      await admin.page.locator(`main a[href^="${prefix}"]`).last().waitFor()
      const links = await admin.page
        .locator(`main a[href^="${prefix}"]`)
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
      await admin.go(links.find((href) => /[0-9a-f-]{36}$/.test(href))!) // the seed fills every one of these lists
      await admin.check(`${path.slice(1).replaceAll(/\W+/g, '-')}-record`)
    }
    await admin.go('/partnerships/00000000-0000-4000-8000-000000000001')
    await admin.check('record-not-there')
  })
})
