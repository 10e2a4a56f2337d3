import { publicSiteContract } from '@common-table/shared/site/contract'
import type { PublicListing } from '@common-table/shared/site/schemas'
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import PublicListingPart from './PublicListingPart.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const listing: PublicListing = {
  listed: true,
  description: 'Reads with children.',
  descriptionEs: '',
  contactName: '',
  email: '',
  phone: '',
  website: '',
  languages: ['en'],
  services: [
    { id: id(1), name: 'Reading hour', shown: true },
    { id: id(2), name: 'Plans of the office', shown: false },
  ],
  publicPath: null,
}
const shown = (mayWrite: boolean, more: Partial<PublicListing>, saved: object[] = []) =>
  render(
    PublicListingPart,
    answer(publicSiteContract.getPublicListing, () => ({ ...listing, ...more })),
    answer(publicSiteContract.changePublicListing, ({ body }) => {
      saved.push(body)
      return { ...listing, ...more }
    }),
    { props: { organization: { id: id(9) }, mayWrite } },
  )

it('a listing says what anybody may know, and that the public pages are still off', async () => {
  const saved: object[] = []
  const page = await shown(true, {}, saved)
  expect(page.text()).toContain('public pages')
  const ticked = page
    .findAll('input[type=checkbox]')
    .filter((box) => (box.element as HTMLInputElement).checked)
  expect(ticked).toHaveLength(2)
  await page.get('textarea').setValue('Reads with children, and with their families.')
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(saved).toMatchObject([
    { listed: true, description: 'Reads with children, and with their families.', serviceIds: [id(1)] },
  ])
})

it('who may not write looks at it, with the way to the public page', async () => {
  const page = await shown(false, { publicPath: '/public/cedar/en/partners/9' })
  expect(page.get('fieldset').attributes('disabled')).toBeDefined()
  expect(page.find('button[type=submit]').exists()).toBe(false)
  expect(page.get('a').attributes('href')).toBe('/public/cedar/en/partners/9')
})
