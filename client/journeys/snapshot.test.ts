import { describe, expect, it } from 'vitest'
import { useBrowser } from './support/browser.ts'

describe('two sides of one truth', () => {
  const browser = useBrowser()

  it('a principal answers the snapshot on a phone, the gap board shows it, and a difference is settled', async () => {
    const principal = await browser.signIn('principal', { width: 'phone' })
    const { page } = principal
    await page
      .getByRole('link', { name: /^Answer: / })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: /^School snapshot/ }).waitFor()
    const schoolId = /schools\/([0-9a-f-]{36})\/snapshot/.exec(page.url())![1]!
    await principal.check('snapshot')
    await page.getByRole('combobox', { name: 'Add a kind of help' }).fill('Dental')
    await page.getByRole('option', { name: /Dental/ }).click()
    const line = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { level: 3, name: /Dental/ }) })
      .last()
    await line.getByRole('combobox', { name: 'How much does it matter?' }).selectOption('4')
    await line.getByRole('textbox', { name: /Students affected/ }).fill('99999')
    await page.getByRole('button', { name: 'Send the snapshot' }).click()
    await page.getByRole('link', { name: /More students than the school has/ }).click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('31')
    const asked = page.getByRole('group', { name: /^Is .+ at the school\?/ }).first()
    const partner = /^Is (.+) at the school/.exec((await asked.locator('legend').textContent())!)![1]!
    await asked.getByText('Not here').click()
    await page.getByText('Saved. Nothing is sent yet.').waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 3, name: /Dental/ }).waitFor()
    await page.getByRole('button', { name: 'Send the snapshot' }).click()
    await page.getByText(/^Sent by Priya Raman/).waitFor()
    await principal.wear({ theme: 'dark' })
    await principal.check('snapshot-sent', 'colours')

    const office = await browser.signIn('coordinator')
    await office.go(`/needs?school=${schoolId}`)
    await office.page
      .getByRole('link', { name: /Dental/ })
      .first()
      .click()
    await office.page.getByRole('link', { name: 'See it on the gap board' }).click()
    await office.page.getByRole('dialog').getByText('31 students').first().waitFor()
    await office.go(`/needs/reconciliation?school=${schoolId}`)
    await office.check('reconciliation')
    const row = office.page
      .getByRole('listitem')
      .filter({ hasText: partner })
      .filter({ hasText: 'Is not here' })
    await row.getByRole('button', { name: /^End here: / }).click()
    await office.page.getByRole('dialog').getByRole('button', { name: 'End here' }).click()
    await office.page.getByText('Ended at this school').waitFor()
    await row.first().waitFor({ state: 'detached' })
    await office.go(`/needs/reconciliation?school=${schoolId}&status=resolved`)
    await office.page.getByText('ended at this school').first().waitFor()
    expect(await office.page.getByRole('button', { name: /^Take back: / }).count()).toBeGreaterThan(0)
  })
})
