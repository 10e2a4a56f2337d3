import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { settled, useBrowser, type Visit } from './support/browser.ts'

/** The address of the newest link of this purpose, as it stands in the mail that administrators can read. */
const mailedLink = async ({ page, go }: Visit, purpose: 'vision' | 'agreement'): Promise<string> => {
  const asks = purpose === 'vision' ? /shared vision/ : /our agreement/
  await go('/admin/outbox')
  await page
    .getByRole('button', { name: asks })
    .or(page.getByRole('link', { name: asks }))
    .first()
    .click()
  const text = page.getByText(new RegExp(`/link/${purpose}#`)).first()
  await text.waitFor()
  return new RegExp(`/link/${purpose}#\\S+`).exec((await text.textContent()) ?? '')![0]
}

/** Presses what saves, and waits until the panel or dialog is gone. */
const save = async (page: Page, name: string): Promise<void> => {
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name, exact: true }).click()
  await panel.waitFor({ state: 'detached' })
  await settled(page)
}

/** A day is typed part by part, in the order of the reader's language. */
const typeDay = async (
  group: Locator,
  page: Page,
  month: string,
  day: string,
  year: string,
): Promise<void> => {
  await group.getByRole('spinbutton').first().click()
  await page.keyboard.type(`${month}${day}${year}`)
}

const finalize = async (page: Page): Promise<void> => {
  const rows = page.locator('li[id^=section-]')
  for (let at = 0; at < (await rows.count()); at++) {
    const row = rows.nth(at)
    await row.getByRole('button', { name: /^Write/ }).click()
    const text = row.locator('textarea').first()
    if ((await text.inputValue()) === '') await text.fill('As both sides agreed when they met.')
    await row.getByText('Finalized', { exact: true }).last().click()
    await row.getByRole('button', { name: 'Save', exact: true }).click()
    await row.locator('form').waitFor({ state: 'detached' })
  }
}

const promise = async (page: Page, side: 'district' | 'partner', what: string): Promise<void> => {
  await page.getByRole('button', { name: `Add what the ${side} will do` }).click()
  await page.getByRole('dialog').locator('textarea').fill(what)
  await save(page, 'Save')
}

/** Says yes at every gate the intensity of the partnership asks for, up to the signatures. */
const passGates = async ({ page, check }: Visit): Promise<void> => {
  const signatures = page.getByText('Signs for the partner:')
  const decide = page.getByRole('button', { name: 'Record the decision' })
  await decide.or(signatures).first().waitFor()
  for (let gate = 0; await decide.isVisible(); gate++) {
    const stage = await page.locator('[aria-current=step]').first().textContent()
    await decide.click()
    if (gate === 0) await check('agreement-gate')
    await page.getByRole('dialog').getByLabel('Who decided').fill('General Counsel')
    await save(page, 'Record')
    await page
      .locator('[aria-current=step]', { hasNotText: stage ?? '' })
      .first()
      .waitFor()
  }
  await signatures.waitFor()
}

describe('an agreement', () => {
  const browser = useBrowser()

  it(
    'goes from a shared vision to both signatures, the partner acting only through links on a phone',
    { timeout: 600_000 },
    async () => {
      const director = await browser.signIn('director')
      const admin = await browser.signIn('admin')
      const partner = await browser.visit({ width: 'phone' })
      const { page, go, check } = director

      await go('/partnerships?stage=forming&stage=exploring')
      await page.locator('main table tbody tr a').first().click()
      await page.waitForURL(/partnerships\/[0-9a-f-]{36}/)
      const record = new URL(page.url()).pathname
      await go(`${record}?part=vision`)
      await check('vision-first-use')
      await page.getByRole('button', { name: 'Write the shared vision' }).click()
      const panel = page.getByRole('dialog')
      await panel.getByLabel('What we want together').fill('Every student at our school reads with joy.')
      await panel.getByLabel('Goals of the district we share').click()
      await page.getByRole('option').first().click()
      await page.keyboard.press('Escape')
      await panel.getByLabel('What the district expects of the partner').fill('Tutors come on time')
      await panel.getByLabel('What the partner expects of the district').fill('A quiet room')
      await panel.getByLabel('How we work together').fill('The two leads talk every other week')
      await panel.getByRole('button', { name: 'Add an outcome' }).click()
      await panel.getByLabel('Outcome', { exact: true }).fill('More students read on grade level')
      await check('vision-edit')
      await save(page, 'Save draft')
      await page.getByRole('button', { name: 'Propose to both sides' }).click()
      await check('vision-propose')
      await save(page, 'Propose to both sides')

      await partner.go(await mailedLink(admin, 'vision'))
      await partner.check('link-vision')
      await partner.page.getByRole('button', { name: 'We confirm this vision' }).click()
      await partner.page.getByText('Thank you, your confirmation has arrived').waitFor()
      await go(`${record}?part=vision`)
      await page.getByRole('button', { name: 'Confirm for the district' }).click()
      await save(page, 'Confirm for the district')
      await page.getByText('Agreed by both sides').waitFor()
      await check('vision-agreed')

      await go(`${record}?part=agreements`)
      await check('partnership-agreements')
      await page.getByRole('button', { name: 'Begin an agreement' }).click()
      await page.getByRole('dialog').waitFor()
      await check('agreement-helper')
      await page.getByRole('button', { name: 'Begin with this kind' }).click()
      await page.waitForURL(/agreements\/[0-9a-f-]{36}/)
      await settled(page)
      await check('agreement-draft')
      const paper = new URL(page.url()).pathname
      await finalize(page)
      await page.getByRole('tab', { name: /Promises/ }).click()
      await promise(page, 'partner', 'Send two tutors')
      await promise(page, 'district', 'Give a quiet room')
      await check('agreement-promises')
      await page.getByRole('region', { name: 'Terms' }).getByRole('button', { name: 'Edit' }).click()
      const terms = page.getByRole('dialog')
      await terms.getByLabel('Who signs for the district').selectOption({ label: 'Daniel Whitcomb' })
      await terms.getByLabel('Who signs for the partner').selectOption({ index: 1 })
      const year = new Date().getFullYear()
      await typeDay(terms.locator('[data-field=startsOn]'), page, '01', '01', String(year))
      await typeDay(terms.locator('[data-field=endsOn]'), page, '12', '31', String(year + 1))
      await check('agreement-terms')
      await save(page, 'Save')
      await page.getByRole('button', { name: 'Freeze and send on' }).click()
      await passGates(director)
      await check('agreement-signatures')

      await partner.go(await mailedLink(admin, 'agreement'))
      await partner.check('link-agreement')
      await partner.page.getByRole('checkbox').check()
      await partner.page.getByRole('button', { name: 'Sign', exact: true }).click()
      await partner.page.getByText('Thank you, you have signed').waitFor()
      await partner.check('link-agreement-signed')

      await go(paper)
      await page.getByRole('button', { name: 'Read and sign' }).click()
      await page.getByRole('dialog').getByRole('checkbox').check()
      await check('agreement-sign')
      await page.getByRole('dialog').getByRole('button', { name: 'Sign', exact: true }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.getByText('In force').first().waitFor()
      await go(`${paper}?part=papers`)
      await check('agreement-papers')
      const [fingerprint] = await page.locator('main code').allTextContents()

      const stranger = await browser.visit({ width: 'phone' })
      await stranger.go('/verify')
      await stranger.page.getByLabel(/fingerprint/i).fill(fingerprint!)
      await stranger.page.getByRole('button', { name: 'Verify' }).click()
      await stranger.page.getByText('This is a genuine signed agreement').waitFor()
      await stranger.check('verify')

      await partner.go(await mailedLink(admin, 'agreement'))
      await partner.page.getByText('What your organization promised').waitFor()
      await partner.check('link-agreement-copy')
      await go('/agreements')
      await check('agreements')
      expect(await page.locator('main table tbody tr').count()).toBeGreaterThan(5)
    },
  )
})

describe.each([
  { width: 'phone', theme: 'light', locale: 'es-US' },
  { width: 'desk', theme: 'dark', locale: 'en-US' },
] as const)('the pages of agreements at $width width, $theme', (look) => {
  const browser = useBrowser()

  it('stand without a barrier in every state', { timeout: 300_000 }, async () => {
    const { page, go, check } = await browser.signIn('director', look)
    await go('/agreements')
    await check('agreements')
    const links = await page
      .locator('main a[href*="/agreements/"]')
      .evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href')!))])
    for (const [at, href] of links.slice(0, 8).entries()) {
      await go(href)
      await check(`agreement-state-${at}`)
      if (at > 1) continue
      for (const part of ['promises', 'papers']) {
        await go(`${href}?part=${part}`)
        await check(`agreement-state-${at}-${part}`)
      }
    }
    await go('/outlook')
    await check('outlook')
    const first = await page.locator('main a[href*="part=outlook"]').first().getAttribute('href')
    await go(first!) // the seed fills the list
    await check('outlook-partnership')
  })
})
