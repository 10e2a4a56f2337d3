import { describe, expect, it } from 'vitest'
import { useBrowser } from './support/browser.ts'

describe('a principal leaves', () => {
  const browser = useBrowser()

  it('every partnership of the school moves in one step, with the pack, the letters and the task', async () => {
    const director = await browser.signIn('director')
    const { page, go, check } = director
    await go('/people-changes')
    await page.getByRole('combobox', { name: 'Person' }).fill('Priya')
    await page.getByRole('option', { name: /Priya Raman/ }).click()
    await page.getByText(/responsibilities? moves?/).waitFor()
    await check('people-change')
    const lines = page.getByRole('list', { name: 'Line by line' }).locator(':scope > li')
    expect(await lines.count()).toBeGreaterThan(1)

    await page.getByRole('button', { name: 'Move everything and write the letters' }).click()
    await page.getByText('Say which day is the last one.').waitFor()
    await page.getByRole('combobox', { name: /Give everything to/ }).fill('Carmen')
    await page.getByRole('option', { name: /Carmen Ibarra/ }).click()
    await page.getByRole('spinbutton', { name: /month/i }).click()
    await page.keyboard.type('06302027')
    await page.getByRole('button', { name: 'Move everything and write the letters' }).click()
    await page.waitForURL(/people-changes\/[0-9a-f-]{36}/)
    await page.getByText('Carmen Ibarra').first().waitFor()
    await check('handover-pack')

    const letter = page.locator('article article').filter({ hasText: 'To the partner' }).first()
    await letter.getByRole('button', { name: 'E-mail it' }).click()
    await letter.getByText(/^E-mailed/).waitFor()
    const partnership = page.locator('h3 a').first()
    const name = await partnership.textContent()
    await partnership.click()
    await page.getByRole('heading', { level: 1, name: name! }).waitFor()
    await page.getByText('Daniel Whitcomb sent a letter.').waitFor()
    await page.getByRole('tab', { name: 'People' }).click()
    await page
      .getByText(/Confirm the shared vision again until/)
      .first()
      .waitFor()
    await check('people-of-a-partnership')

    const phone = await browser.signIn('director', { width: 'phone', theme: 'dark', locale: 'es-US' })
    await phone.go(new URL(page.url()).pathname + '?part=people')
    await phone.check('people-of-a-partnership-phone')
    await phone.go('/people-changes?view=gaps')
    await phone.check('people-without-owner')
    await phone.go('/people-changes?view=packs')
    await phone.page.getByText('Priya Raman').waitFor()
    await phone.check('handover-packs')
  })
})
