import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useBrowser } from './support/browser.ts'

/** What has the focus, as a person with a screen reader hears it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!at || at === document.body) return ''
    const labels =
      'labels' in at ? [...((at as HTMLInputElement).labels ?? [])].map((one) => one.textContent) : [] // inputs have labels
    return (at.getAttribute('aria-label') ?? (labels.join(' ') || at.textContent) ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim()
  })

/** Goes on with Tab until something of this name has the focus. */
const tabTo = async (page: Page, name: RegExp, most = 120): Promise<void> => {
  for (let at = 0; at < most; at++) {
    if (name.test(await focused(page))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${name} is not reached by Tab; the focus is on “${await focused(page)}”`)
}

/** Until the open part is there and nothing more arrives in it. */
const settled = async (page: Page): Promise<void> => {
  for (let was = '', now = ' '; now !== was || now === '';) {
    was = now
    await page.waitForTimeout(400)
    now = await page.evaluate(() => {
      const part = document.querySelector('[role=tabpanel][data-state=active]')
      return part?.textContent.trim() && !part.querySelector('[aria-busy=true]') ? part.innerHTML : ''
    })
  }
}

/** Everything of the open part that takes the focus with Tab, and how much of it Tab has reached so far. */
const reachable = (page: Page): Promise<{ all: number; left: string[] }> =>
  page.evaluate(() => {
    const part = document.querySelector('[role=tabpanel][data-state=active]')
    const seen = new Set<string>()
    const controls = [
      ...(part?.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]',
      ) ?? []),
    ].filter((one) => {
      if (one.tabIndex < 0 || one.hasAttribute('disabled') || !one.checkVisibility()) return false
      // Of radios under one name, Tab reaches one.
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true
      const known = seen.has(one.name)
      seen.add(one.name)
      return !known
    })
    const touched = (one: HTMLElement) =>
      one.dataset.reached !== undefined ||
      (one instanceof HTMLInputElement &&
        one.type === 'radio' &&
        part?.querySelector(`input[name="${one.name}"][data-reached]`) !== null)
    return {
      all: controls.length,
      left: controls.filter((one) => !touched(one)).map((one) => one.outerHTML.slice(0, 120)),
    }
  })
const mark = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null
    if (at) at.dataset.reached = ''
    return at?.closest('[role=tabpanel]') !== null
  })

const onTab = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('role') === 'tab')

describe('by keyboard alone', () => {
  const browser = useBrowser()

  it('every section of a partnership is opened, and everything in it is reached', async () => {
    const { page, go, check } = await browser.signIn('director')
    await go('/partnerships?stage=active')
    await page.locator('main tbody a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/partnerships\/[0-9a-f-]{36}/)
    await tabTo(page, /^Overview$/)
    const tabs = await page.getByRole('tab').allTextContents()
    expect(tabs.length).toBeGreaterThanOrEqual(11)
    for (const [at, tab] of tabs.entries()) {
      if (at > 0) await page.keyboard.press('ArrowRight')
      await expect.poll(() => focused(page)).toBe(tab.trim()) // the tabs move the focus a moment after the key
      await settled(page)
      const { all } = await reachable(page)
      let inside = true
      for (let step = 0; step <= all + 5 && inside; step++) {
        await page.keyboard.press('Tab')
        inside = await mark(page)
      }
      expect((await reachable(page)).left, `${tab.trim()}: what Tab does not reach`).toEqual([])
      // Back to the tabs the way a person goes back.
      for (let step = 0; step <= 2 * all + 20 && !(await onTab(page)); step++)
        await page.keyboard.press('Shift+Tab')
      expect(await focused(page), `${tab.trim()}: back to its tab`).toBe(tab.trim())
    }
    await check('partnership-by-keyboard')
  })

  it('a need is recorded at a school that was looked up, and seen on the gap board', async () => {
    const { page, go } = await browser.visit()
    const { keyboard } = page
    await go('/sign-in')
    await tabTo(page, /^E-?mail/i)
    await keyboard.type('coordinator@demo.example')
    await tabTo(page, /^Password/i)
    await keyboard.type(browser.password)
    await keyboard.press('Enter')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForURL((url) => !url.pathname.includes('sign-in'))

    await page.waitForTimeout(500)
    await keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await keyboard.type('Elementary')
    const school = page.getByRole('option', { name: /Elementary/ }).first()
    await school.waitFor()
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowUp')
    await keyboard.press('Enter')
    await page.waitForURL(/\/schools\/[0-9a-f-]{36}/)
    const name = (await page.getByRole('heading', { level: 1 }).textContent())!.trim()

    await tabTo(page, /^Record a need$/)
    await keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, /^What is needed/)
    await keyboard.type('Rides home after the late bus')
    await tabTo(page, /^Kind of help|^Category/i)
    await keyboard.type('Transportation to school')
    await page.getByRole('option', { name: 'Transportation to school' }).waitFor()
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await tabTo(page, /^[1-5] · /)
    await keyboard.press('ArrowDown')
    await tabTo(page, /students/i)
    await keyboard.type('45')
    await keyboard.press('Enter')
    await page.getByText(`The need of ${name} was recorded`).waitFor()

    await tabTo(page, /^Gap board$/)
    await keyboard.press('Enter')
    await page.waitForURL(/\/needs\/gaps/)
    await tabTo(page, /^Find a school/i)
    await keyboard.type(name)
    await page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('[role=rowheader]')].some((row) => row.textContent?.includes(wanted)),
      name,
    )
    await page.waitForTimeout(300)
    await tabTo(page, /^(?!How was this computed).+: /)
    const wanted = new RegExp(`^${name}, Transportation to school`)
    for (let row = 0; row < 3 && !(await focused(page)).startsWith(name); row++)
      await keyboard.press('ArrowDown')
    for (let column = 0; column < 60 && !wanted.test(await focused(page)); column++)
      await keyboard.press('ArrowRight')
    expect(await focused(page)).toMatch(wanted)
    await keyboard.press('Enter')
    await page.getByRole('dialog').getByText('Rides home after the late bus').waitFor()
    await keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focused(page)).toMatch(wanted)
  })
})
