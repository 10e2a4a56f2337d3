import { describe, expect, it } from 'vitest'
import { useBrowser, type Looks } from './support/browser.ts'

/** Every first-level page, as the people see it who use it most. */
const pages = ['/', '/partnerships', '/partnerships?view=board', '/partnerships/new'] as const

const looks: Looks[] = [
  { width: 'desk', theme: 'light' },
  { width: 'phone', theme: 'light' },
  { width: 'desk', theme: 'dark' },
  { width: 'phone', theme: 'dark', locale: 'es-US' },
]

describe.each(looks)('at $width width, $theme', (look) => {
  const browser = useBrowser()

  it('signs in and shows every page without a barrier', async () => {
    const stranger = await browser.visit(look)
    await stranger.go('/sign-in')
    await stranger.check('sign-in')
    const director = await browser.signIn('director', look)
    for (const path of pages) {
      await director.go(path)
      expect(await director.page.locator('h1').first().textContent()).not.toBe('')
      await director.check(path.replaceAll(/\W+/g, '-').replace(/^-|-$/g, '') || 'home')
    }
  })
})
