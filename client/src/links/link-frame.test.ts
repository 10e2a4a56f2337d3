import { partnerLinksContract } from '@common-table/shared/links/contract'
import { flushPromises } from '@vue/test-utils'
import { defineComponent, h } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useCall } from '../platform/api.ts'
import { useOpenedLink } from '../platform/opened-link.ts'
import { keep } from '../platform/preferences.ts'
import { answer, render, type Setting } from '../platform/testing.ts'
import LinkFrame from './LinkFrame.vue'
import { linkPagesOf } from './link-pages.ts'

const opened = {
  purpose: 'vision',
  name: 'Ana Núñez',
  email: 'ana@harvest.example',
  organizationName: 'Harvest Table',
  locale: 'en',
  expiresAt: '2026-12-01T00:00:00Z',
  district: {
    name: 'Riverbend Schools',
    contactEmail: 'partners@riverbend.example',
    contactPhone: null,
    brandHue: null,
    hasLogo: false,
  },
}
const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } })
const problem = (status: number, code: string, current?: object) =>
  json(status, { type: '', title: '', status, detail: 'No.', code, current })

const sent: { url: string; authorization: string | undefined }[] = []
const server = (reply: (url: string) => Response) =>
  vi.stubGlobal('fetch', async (url: string, init: { headers: Record<string, string> }) => {
    sent.push({ url, authorization: init.headers['authorization'] })
    return reply(url)
  })
afterEach(() => {
  vi.unstubAllGlobals()
  sent.length = 0
})

/** A page of a feature: it asks as pages do, and knows whose link it is. */
const FeaturePage = defineComponent(() => {
  const call = useCall()
  const link = useOpenedLink()
  return () =>
    h('div', [
      h('h1', `Hello ${link.name}`),
      h('button', { onClick: () => call(partnerLinksContract.openLink).catch(() => {}) }, 'again'),
    ])
})
const show = (...given: (Setting | ReturnType<typeof answer>)[]) =>
  render(
    LinkFrame,
    {
      props: { purpose: 'vision' },
      slots: { default: () => h(FeaturePage) },
      path: '/link/vision#district.secret',
    },
    ...given,
  )

describe('the page behind a link', () => {
  it('opens with the secret of the address, shows the district, and lets the page call as the link’s holder', async () => {
    server(() => json(201, opened))
    const page = await show()
    expect(page.get('header').text()).toContain('Riverbend Schools')
    expect(page.get('h1').text()).toBe('Hello Ana Núñez')
    expect(page.get('footer').text()).toContain('Ana Núñez, Harvest Table')
    await page.get('main button').trigger('click')
    expect(sent).toEqual([
      { url: '/api/v1/link', authorization: 'Link district.secret' },
      { url: '/api/v1/link', authorization: 'Link district.secret' },
    ])
  })

  it('speaks the language of the contact, and the other one when asked', async () => {
    server(() => json(201, { ...opened, locale: 'es' }))
    const page = await show()
    await flushPromises()
    expect(page.get('footer').text()).toContain('no lo comparta')
    await page.get('header button').trigger('click')
    await flushPromises()
    expect(page.get('footer').text()).toContain('Please do not pass it on')
    keep('locale', null)
  })

  it('says that a link has run out, whose it was, and mails a new one', async () => {
    server(() =>
      problem(410, 'link-expired', {
        state: 'expired',
        purpose: 'vision',
        districtName: 'Riverbend Schools',
        contactEmail: null,
      }),
    )
    const asked: unknown[] = []
    const page = await show(
      answer(partnerLinksContract.askForNewLink, ({ body }) => {
        asked.push(body)
      }),
    )
    expect(page.text()).toContain('Riverbend Schools')
    expect(page.get('h1').text()).toBe('This link has run out')
    await page.get('main button').trigger('click')
    await flushPromises()
    expect(asked).toEqual([{ token: 'district.secret' }])
    expect(page.text()).toContain('If your address is still right')
  })

  it('closes when a later call is told that the link was used', async () => {
    let count = 0
    server(() => (count++ === 0 ? json(201, opened) : problem(410, 'link-used')))
    const page = await show()
    await page.get('main button').trigger('click')
    await flushPromises()
    expect(page.get('h1').text()).toBe('This is done')
  })

  it('refuses the link of another page, and can try again when the server was away', async () => {
    server(() => json(201, { ...opened, purpose: 'documents' }))
    expect((await show()).get('h1').text()).toBe('This link is for something else')
    server(() => problem(503, 'unavailable'))
    const page = await show()
    server(() => json(201, opened))
    await page.get('[role="alert"] button').trigger('click')
    await flushPromises()
    expect(page.get('h1').text()).toBe('Hello Ana Núñez')
  })
})

it('a feature registers its page by purpose, and its frame comes with it', async () => {
  const [route] = linkPagesOf('links', [
    { purpose: 'vision', title: 'links.page', page: async () => ({ default: FeaturePage }) },
  ])
  expect(route).toMatchObject({ path: '/link/vision', meta: { access: 'public', plain: true, link: true } })
  server(() => json(201, opened))
  const load = route!.component as () => Promise<object>
  const page = await render(await load(), { path: '/link/vision#district.secret' })
  expect(page.get('h1').text()).toBe('Hello Ana Núñez')
})
