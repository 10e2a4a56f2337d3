import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { barriersOn, type Barriers } from './barriers.ts'
import { untranslated } from './untranslated.ts'

/** Quiet: no look-ups of its own, so that every request there is comes from a page. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const widths = { phone: 320, desk: 1280 } as const

export interface Looks {
  width?: keyof typeof widths
  theme?: 'light' | 'dark'
  locale?: 'en-US' | 'es-US'
}

export type Person = 'admin' | 'director' | 'coordinator' | 'principal' | 'analyst' | 'steward' | 'viewer'

/** What must never happen on any page: an address elsewhere, a refused script or style, an error nobody caught. */
const watch = (page: Page, address: string): string[] => {
  const troubles: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !/^(data|blob|about):/.test(url)) troubles.push(`asked for ${url}`)
  })
  page.on('pageerror', (error) => troubles.push(`threw ${error.message}`))
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) troubles.push(message.text())
  })
  return troubles
}

export interface Visit {
  page: Page
  address: string
  /** Opens a path of the product and waits until its main heading stands and nothing is loading. */
  go: (path: string) => Promise<void>
  /** Sets the language of the account that is signed in, as its person does. */
  speak: (locale: 'en' | 'es') => Promise<void>
  /** Changes the width and theme of the open page, as turning a phone or the evening does. */
  wear: (looks: Pick<Looks, 'width' | 'theme'>) => Promise<void>
  /** Holds the page to WCAG 2.2 AA, to its width, and to what must never happen. */
  check: (name: string, barriers?: Barriers) => Promise<void>
  /** Another tab of the same person. */
  tab: () => Promise<Visit>
}

export const useBrowser = () => {
  let browser: Browser
  const contexts: BrowserContext[] = []
  beforeAll(async () => {
    const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
    browser = await chromium.launch({ executablePath, args: flags })
  })
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await browser.close()
  })

  const open = async (context: BrowserContext, looks: Required<Looks>): Promise<Visit> => {
    const { address } = inject('product')
    let { width, theme } = looks
    const page = await context.newPage()
    const troubles = watch(page, address)
    return {
      page,
      address,
      tab: () => open(context, { ...looks, width, theme }),
      speak: async (locale) => {
        await page.goto(`${address}/account`)
        await settled(page)
        const choice = page.locator('select').filter({ has: page.locator('option[value=es]') })
        if ((await choice.inputValue()) === locale) return
        await choice.selectOption(locale)
        await page.waitForFunction((wanted) => document.documentElement.lang === wanted, locale)
        await settled(page)
      },
      go: async (path) => {
        await page.goto(address + path)
        await settled(page)
      },
      wear: async (next) => {
        width = next.width ?? width
        theme = next.theme ?? theme
        await page.setViewportSize({ width: widths[width], height: 900 })
        await page.emulateMedia({ colorScheme: theme })
        await page.waitForFunction(
          (dark) => document.documentElement.classList.contains('dark') === dark,
          theme === 'dark',
        )
        await settled(page)
      },
      check: async (name, barriers = 'all') => {
        await settled(page)
        await photograph(page, `${name}-${width}-${theme}-${looks.locale.slice(0, 2)}`)
        const where = `${name}, ${width}, ${theme}`
        expect.soft(await barriersThatStay(page, barriers), where).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect.soft(overflow, `${where} is wider than the window`).toBeLessThanOrEqual(0)
        expect.soft(troubles.splice(0), where).toEqual([])
        if ((await page.evaluate(() => document.documentElement.lang)) === 'es')
          expect.soft(await untranslated(page), `${where} speaks English to a Spanish reader`).toEqual([])
      },
    }
  }

  const visit = async ({ width = 'desk', theme = 'light', locale = 'en-US' }: Looks = {}): Promise<Visit> => {
    const context = await browser.newContext({
      viewport: { width: widths[width], height: 900 },
      colorScheme: theme,
      locale,
      reducedMotion: 'reduce',
    })
    contexts.push(context)
    return open(context, { width, theme, locale })
  }

  const signIn = async (person: Person, looks: Looks = {}): Promise<Visit> => {
    const there = await visit(looks)
    await there.go('/sign-in')
    await there.page.getByRole('textbox').first().fill(`${person}@demo.example`)
    await there.page.locator('input[type=password]').fill(inject('product').password)
    await there.page.locator('form button[type=submit]').click()
    await there.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    await settled(there.page)
    return there
  }
  return { visit, signIn, password: inject('product').password }
}

/** The heading stands and nothing says it is still loading. (The bell keeps a connection open, so the network never rests.) */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
  await page.evaluate(async () => {
    await document.fonts.ready
    // A color on its way from light to dark is neither.
    const moving = document
      .getAnimations()
      .filter((motion) => motion.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.race([
      Promise.allSettled(moving.map((motion) => motion.finished)),
      new Promise((over) => setTimeout(over, 1000)),
    ])
    // What follows the width or the theme, such as a chart, is drawn in the next picture.
    for (let picture = 0; picture < 2; picture++) await new Promise((drawn) => requestAnimationFrame(drawn))
  })
}

/** A page that is still drawing itself anew in another theme or width is asked a second time; what is a barrier is one then too. */
const barriersThatStay = async (page: Page, barriers: Barriers): Promise<string[]> => {
  const found = await barriersOn(page, barriers)
  if (found.length === 0) return found
  await page.waitForTimeout(1000)
  await settled(page)
  return barriersOn(page, barriers)
}

/** With SCREENSHOTS set to a folder, every checked page leaves a picture there to look at. */
const photograph = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
