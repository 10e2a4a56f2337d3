import { describe, expect, it } from 'vitest'
import { useBrowser, type Visit } from './support/browser.ts'

/** What the partner reads in the mail: the newest one with a link to a check-in, as an administrator finds it kept. */
const linkOf = async ({ page, address }: Visit, password: string): Promise<string> => {
  const api = `${address}/api/v1`
  const { accessToken } = (await (
    await page.request.post(`${api}/auth/sign-in`, { data: { email: 'admin@demo.example', password } })
  ).json()) as { accessToken: string } // what a sign-in answers
  const headers = { authorization: `Bearer ${accessToken}` }
  const { items } = (await (await page.request.get(`${api}/mails?limit=20`, { headers })).json()) as {
    items: { id: string; subject: string }[]
  } // what the list of mails answers
  const mail = items.find(({ subject }) => /check-in|seguimiento/i.test(subject))
  const { body } = (await (await page.request.get(`${api}/mails/${mail?.id}`, { headers })).json()) as {
    body: string
  } // what one mail answers
  return /\/link\/check-in#\S+/.exec(body)?.[0] ?? ''
}

const sayHowItGoes = async ({ page }: Visit): Promise<void> => {
  for (const group of await page.getByRole('radiogroup').all())
    await group.getByRole('radio').nth(2).check({ force: true })
  await page.getByRole('button', { name: 'Save my answers' }).click()
}

describe('a quarterly check-in', () => {
  const browser = useBrowser()

  it('goes from the brief to the signatures of both sides, the partner by a link on a phone', async () => {
    const lead = await browser.signIn('coordinator')
    await lead.go('/check-ins?show=overdue')
    await lead.check('check-ins')
    await lead.page.locator('main li a').first().click()
    await lead.page.getByRole('heading', { name: 'Before you meet' }).waitFor()
    for (const part of [
      'Goals',
      'Last actions',
      'Promises due',
      'Planned and delivered',
      'Documents that end',
    ])
      await lead.page.getByRole('heading', { name: part }).waitFor()
    const { page } = lead
    await page.getByLabel('Assess progress').fill('Thirty-one of forty students came every week.')
    await page.getByRole('button', { name: 'Save what is written' }).click()
    await page.getByText('Saved', { exact: true }).waitFor()
    await sayHowItGoes(lead)
    await page.getByText('Your answers are saved').waitFor()
    await page.getByRole('button', { name: 'Send the partner the link' }).click()
    await page.getByText('The link was e-mailed').waitFor()
    await lead.check('check-in')

    const partner = await browser.visit({ width: 'phone' })
    await partner.go(await linkOf(lead, browser.password))
    await partner.page.getByText('Thirty-one of forty students came every week.').waitFor()
    await sayHowItGoes(partner)
    await partner.page.getByText('Trust').first().waitFor()
    await partner.check('check-in-by-link')
    await partner.page.getByRole('button', { name: 'Sign off' }).click()
    await partner.page.getByText('Thank you. You have signed.').waitFor()
    await partner.check('check-in-signed-by-link')

    await page.reload()
    await page.getByText(/Partner: signed by/).waitFor()
    await page.getByRole('button', { name: 'Sign off' }).click()
    await page.getByText('Both sides have signed.').waitFor()
    expect(await page.getByRole('button', { name: 'Save what is written' }).count()).toBe(0)
    await lead.check('check-in-signed')
  })
})
