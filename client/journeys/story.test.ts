import { describe, expect, it } from 'vitest'
import { useBrowser, type Visit } from './support/browser.ts'

/** What the person who is asked reads in the mail: the newest link to agree to a story, as an administrator finds it kept. */
const linkOf = async ({ page, address }: Visit, password: string): Promise<string> => {
  const api = `${address}/api/v1`
  const { accessToken } = (await (
    await page.request.post(`${api}/auth/sign-in`, { data: { email: 'admin@demo.example', password } })
  ).json()) as { accessToken: string } // what a sign-in answers
  const headers = { authorization: `Bearer ${accessToken}` }
  const { items } = (await (await page.request.get(`${api}/mails?limit=10`, { headers })).json()) as {
    items: { id: string; toAddress: string }[]
  } // what the list of mails answers
  const mail = items.find(({ toAddress }) => toAddress === 'noor@family.example')
  const { body } = (await (await page.request.get(`${api}/mails/${mail?.id}`, { headers })).json()) as {
    body: string
  } // what one mail answers
  return /\/link\/story-consent#\S+/.exec(body)?.[0] ?? ''
}

describe('a story', () => {
  const browser = useBrowser()

  it('is written, agreed to by link, reviewed, read by everybody, and gone when consent is withdrawn', async () => {
    const writer = await browser.signIn('director')
    const { page } = writer
    await writer.go('/outcomes/stories?new=1')
    await page.getByLabel('Title').fill('Chess at noon')
    await page.getByLabel('Partner').fill('Big Oak')
    await page.getByRole('option').first().click()
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByLabel('In one or two sentences', { exact: true }).fill('Two boards became twenty.')
    await page.getByLabel('What was missing', { exact: true }).fill('A quiet place at noon.')
    await page
      .getByRole('textbox', { name: 'The story', exact: true })
      .fill('Thanks to the mentors everybody plays.')
    await page.getByText('The story says that something caused something').waitFor()
    await page
      .getByRole('textbox', { name: 'The story', exact: true })
      .fill('The mentors bring the boards, and everybody plays.')
    await page.getByLabel('A quote').fill('I won twice.')
    await page.getByLabel('Who said it, as it is shown').fill('A fifth grader')
    await page.getByLabel('Where and when it happened').selectOption('in_school')
    await page.getByRole('button', { name: 'Save the draft' }).click()
    await page.getByText('Words: nobody was asked yet').waitFor()
    await writer.check('story-draft')
    await page.getByRole('button', { name: 'Ask somebody' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Noor Haddad')
    await page.getByLabel('Speaks for').selectOption('guardian')
    await page.getByLabel('E-mail', { exact: true }).fill('noor@family.example')
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await page.getByText('Words: waiting for an answer').waitFor()
    await page.getByRole('button', { name: 'Send on: consent, then review' }).click()
    await page.getByRole('button', { name: 'Back to the draft' }).waitFor()

    const parent = await browser.visit({ width: 'phone' })
    const link = await linkOf(writer, browser.password)
    await parent.go(link)
    await parent.page.getByText('I won twice.').waitFor()
    await parent.check('story-consent')
    await parent.page.getByRole('button', { name: 'I agree' }).click()
    await parent.page.getByText('Thank you. You agreed.').waitFor()

    await page.reload()
    await page.getByRole('button', { name: 'Publish' }).click()
    const publicPage = page.getByRole('link', { name: 'Public page' })
    const address = (await publicPage.getAttribute('href')) ?? ''

    const reader = await browser.visit({ width: 'phone', locale: 'es-US' })
    await reader.page.goto(reader.address + address)
    await reader.page.getByRole('heading', { name: 'Chess at noon', level: 1 }).waitFor()
    await reader.check('story-public')
    for (const place of ['', '/partners', '/results', '/stories', '/offer']) {
      await reader.page.goto(`${reader.address}/public/riverbend/en${place}`)
      await reader.check(`public${place.replace('/', '-')}`)
    }

    await parent.page.getByRole('button', { name: 'Withdraw my consent' }).click()
    await parent.page.getByText('You withdrew.').waitFor()
    const gone = await reader.page.goto(reader.address + address)
    expect(gone?.status()).toBe(404)
  })
})
