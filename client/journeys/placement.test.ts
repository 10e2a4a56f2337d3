import { describe, expect, it } from 'vitest'
import { settled, useBrowser } from './support/browser.ts'

describe('help is placed where it counts most', () => {
  const browser = useBrowser()

  it('a plan is computed with its proof, one row is accepted, and taken back', async () => {
    const director = await browser.signIn('director')
    const { page, go, check, wear } = director
    await go('/placing/plan')
    await page.getByRole('button', { name: 'Compute a plan' }).first().click()
    const settings = page.getByRole('dialog')
    await settings.getByText('All that organizations have said').click()
    await settings.getByRole('button', { name: 'Compute a plan' }).click()
    await page.getByRole('heading', { name: 'What goes where' }).waitFor()
    await page.getByText(/No plan can be better/).waitFor()
    await check('placement-plan')

    const row = page.locator('tbody tr').filter({ hasText: 'Open' }).first()
    const school = (await row.getByRole('button').first().textContent())!.trim()
    await row.getByRole('button').first().click()
    const panel = page.getByRole('dialog')
    await panel.getByRole('heading', { name: 'Why it suits' }).waitFor()
    await check('placement-row')
    await panel.getByRole('button', { name: 'Accept', exact: true }).click()
    await panel.getByText(/^Accepted for \d+ by Daniel Whitcomb/).waitFor()
    const need = await panel.getByRole('link').first().getAttribute('href')
    await panel.getByRole('button', { name: 'Close' }).click()
    await page
      .locator('tbody tr')
      .filter({ hasText: school })
      .filter({ hasText: 'Accepted' })
      .first()
      .waitFor()

    const reader = await director.tab()
    await reader.go(need!)
    await reader.page.getByText('In progress').first().waitFor()

    await page.locator('tbody tr').filter({ hasText: 'Accepted' }).first().getByRole('button').first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await reader.page.reload()
    await settled(reader.page)
    expect(await reader.page.getByText('In progress').count()).toBe(0)
    await wear({ width: 'phone', theme: 'dark' })
    await check('placement-plan')
  })

  it('an offer finds the schools that need it most, and the first of them says yes by its link', async () => {
    const office = await browser.signIn('admin')
    const { page, go, check } = office
    await go('/placing/offers')
    await page.getByRole('button', { name: 'Write down an offer' }).click()
    const form = page.getByRole('dialog')
    await form.getByText('Somebody new').click()
    await form.getByRole('textbox', { name: 'Organization, group or person' }).fill('Weekend Bags')
    await form.getByRole('textbox', { name: 'Contact', exact: true }).fill('Sol Marín')
    await form.getByRole('textbox', { name: 'E-mail of the contact' }).fill('sol@weekendbags.example')
    await form
      .getByRole('textbox', { name: 'What they would like to do' })
      .fill('A bag of food for every Friday.')
    await form.getByRole('combobox', { name: 'Kinds of help' }).fill('weekend')
    await page.getByRole('option', { name: /Food pantry/ }).click()
    await page.keyboard.press('Escape')
    await form.getByRole('combobox', { name: 'Tier' }).selectOption('2')
    await form.getByRole('textbox', { name: /Students it can serve/ }).fill('20')
    await form.getByRole('button', { name: 'Write down an offer' }).click()
    await page.getByRole('heading', { level: 1, name: 'Help offered by Weekend Bags' }).waitFor()
    const desk = new URL(page.url()).pathname
    const ranked = page.getByRole('list', { name: 'Schools that need it most' }).getByRole('checkbox')
    await ranked.first().check()
    await page.getByText(/^Places per 100 students/).waitFor()
    await check('offer-desk')
    await page.getByRole('button', { name: 'Ask the schools' }).click()
    await page.getByText('The schools are asked by e-mail.').waitFor()
    await check('offer-desk-asked')

    await go('/admin/outbox')
    const mail = page
      .getByRole('button', { name: /Weekend Bags offers help/ })
      .or(page.getByRole('link', { name: /Weekend Bags offers help/ }))
      .first()
    await mail.click()
    const text = page.getByText(/\/link\/first-refusal#/).first()
    await text.waitFor()
    const link = /\/link\/first-refusal#\S+/.exec((await text.textContent()) ?? '')![0]
    const principal = await browser.visit({ width: 'phone' })
    await principal.go(link)
    await principal.check('first-refusal')
    await principal.page.getByRole('button', { name: 'Yes, we want it' }).click()
    await principal.page.getByText('Thank you!').waitFor()
    await principal.check('first-refusal-thanks')

    await go(desk)
    await page
      .getByText(/Highest:Lowest ratio .+ before/)
      .first()
      .waitFor()
    await page.getByText('20 of 20 places are at schools.').waitFor()
  })
})
