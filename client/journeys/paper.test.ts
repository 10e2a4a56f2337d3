import { expect, it } from 'vitest'
import { useBrowser } from './support/browser.ts'

/** US Letter in CSS pixels, which a printer's style sheet is asked for, and what print.css leaves between its margins. */
const sheet = { width: 816, height: 1056 }
const paper = 695
const lists = ['/partnerships', '/schools', '/needs', '/agreements', '/needs/gaps']

const browser = useBrowser()

it('keeps every column of a list on paper, and nothing that only a screen needs', async () => {
  const { page, go } = await browser.signIn('director')
  for (const path of lists) {
    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 1280, height: 900 })
    await go(path)
    await page.locator('main table').first().waitFor()
    // The page was drawn for a screen, as when somebody prints it.
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize(sheet)
    const { edges, needless } = await page.evaluate((width) => {
      document.body.style.width = `${width}px`
      const shown = (element: Element) => (element as HTMLElement).checkVisibility()
      return {
        edges: [...document.querySelectorAll('main table')]
          .filter(shown)
          .map((table) => table.getBoundingClientRect().right),
        needless: [...document.querySelectorAll('a[href="#main"], nav, [data-chrome]')]
          .filter(shown)
          .map(({ outerHTML }) => outerHTML.slice(0, 80)),
      }
    }, paper)
    expect.soft(edges.length, path).toBeGreaterThan(0)
    expect.soft(Math.max(...edges), path).toBeLessThanOrEqual(paper)
    expect.soft(needless, path).toEqual([])
  }
})
