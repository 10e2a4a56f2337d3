import { expect, it } from 'vitest'
import { useBrowser } from './support/browser.ts'

/** US Letter between the margins of print.css, in CSS pixels: a printer lays a page out in that width. */
const paper = { width: 695, height: 920 }
const lists = ['/partnerships', '/schools', '/needs', '/agreements', '/organizations', '/needs/gaps']

const browser = useBrowser()

it('keeps every column of a list on paper, and nothing that only a screen needs', async () => {
  const { page, go } = await browser.signIn('director')
  await page.setViewportSize(paper)
  for (const path of lists) {
    await page.emulateMedia({ media: 'screen' })
    await go(path)
    await page.locator('main table').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    const edges = await page
      .locator('main table')
      .evaluateAll((tables) => tables.map((table) => table.getBoundingClientRect().right))
    expect.soft(Math.max(...edges), path).toBeLessThanOrEqual(paper.width)
    expect
      .soft(await page.locator('a[href="#main"], nav, main button').filter({ visible: true }).count(), path)
      .toBe(0)
  }
})
