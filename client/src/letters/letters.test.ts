import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { lettersContract } from '@common-table/shared/letters/contract'
import type { Letter } from '@common-table/shared/letters/schemas'
import { letterTemplatesContract } from '@common-table/shared/letters/templates-contract'
import type { LetterTemplate } from '@common-table/shared/letters/templates-schemas'
import { answer, render } from '../platform/testing.ts'
import LetterPage from './LetterPage.vue'
import LettersPage from './LettersPage.vue'
import TemplatesPage from './TemplatesPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const aLetter = (more: Partial<Letter> = {}): Letter => ({
  id: id(30),
  kind: 'thank_you',
  side: 'partner',
  organization: { id: id(3), name: 'Harvest Table' },
  partnership: { id: id(20), name: 'Weekend food' },
  locale: 'en',
  toName: 'Ana Núñez',
  toAddress: 'ana@harvest.example',
  subject: 'Thank you, Harvest Table',
  body: 'Dear Ana Núñez,\n\nyou gave {hours_given} hours.',
  missing: ['hours_given'],
  sentAt: null,
  sentHow: null,
  sentByName: '',
  createdAt: '2026-01-02T10:00:00.000Z',
  version: 4,
  ...more,
})

describe('a letter', () => {
  it('shows what it waits for, takes it in, and only then goes out', async () => {
    const filled: unknown[] = []
    const page = await render(
      LetterPage,
      { role: 'coordinator', props: { letterId: id(30) } },
      answer(lettersContract.getLetter, () => aLetter()),
      answer(lettersContract.changeLetter, ({ body }) => {
        filled.push(body)
        return aLetter({ missing: [], body: 'Dear Ana Núñez,\n\nyou gave 120 hours.', version: 5 })
      }),
    )
    expect(page.get('mark').text()).toBe('[Volunteer hours this year]')
    for (const name of ['E-mail it', 'Mark as sent on paper', 'PDF', 'Print']) {
      const button = page.findAll('button').find((one) => one.text().includes(name))!
      expect(button.attributes('aria-disabled'), name).toBe('true')
    }
    await page.get('form input').setValue('120')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(filled).toEqual([{ fill: { hours_given: '120' } }])
  })

  it('that went out says so and offers nothing to change', async () => {
    const page = await render(
      LetterPage,
      { role: 'coordinator', props: { letterId: id(30) } },
      answer(lettersContract.getLetter, () =>
        aLetter({ missing: [], body: 'Thank you.', sentAt: '2026-01-03T10:00:00.000Z', sentHow: 'email' }),
      ),
    )
    expect(page.text()).toContain('E-mailed Jan 3, 2026')
    expect(page.text()).not.toContain('Remove the draft')
  })
})

it('the list of letters says in Spanish how far each one is, and how to begin', async () => {
  const page = await render(
    LettersPage,
    { role: 'director', locale: 'es' },
    answer(lettersContract.listLetters, () => ({ items: [aLetter()], nextCursor: null })),
  )
  expect(page.text()).toContain('Agradecimiento con las cifras de la organización · Harvest Table')
  expect(page.text()).toContain('Falta 1 dato')
  expect(page.text()).toContain('Escribir una carta')
})

describe('the texts of letters', () => {
  const text = (more: Partial<LetterTemplate> = {}): LetterTemplate => ({
    kind: 'welcome',
    locale: 'en',
    subject: 'Welcome: {partnership_name}',
    body: 'Dear {contact_name},',
    own: false,
    changedByName: '',
    changedAt: null,
    version: 0,
    ...more,
  })

  it('are changed with their fields checked while one writes, and saved in the district’s own words', async () => {
    const kept: object[] = []
    const page = await render(
      TemplatesPage,
      { role: 'director' },
      answer(letterTemplatesContract.listLetterTemplates, () => ({ items: [text()] })),
      answer(letterTemplatesContract.keepLetterTemplate, ({ body, ifMatch }) => {
        kept.push({ ...body, ifMatch })
        return text({ ...body, own: true, version: 1 })
      }),
    )
    expect(page.text()).toContain('Standard text')
    expect(page.text()).toContain('[Name of the reader]')
    await page.get('[aria-label="Change: Welcome"]').trigger('click')
    await vi.dynamicImportSettled()
    await flushPromises()
    const form = document.querySelector<HTMLFormElement>('#letter-template')!
    const body = form.querySelector('textarea')!
    const write = async (value: string) => {
      body.value = value
      body.dispatchEvent(new Event('input'))
      await flushPromises()
      form.dispatchEvent(new Event('submit'))
      await flushPromises()
    }
    await write('Dear {contact}, until {last_day}')
    expect(form.textContent).toContain('no such field: {contact}, {last_day}')
    expect(kept).toEqual([])
    await write('Hello {contact_name}!')
    expect(kept).toEqual([
      {
        kind: 'welcome',
        locale: 'en',
        subject: 'Welcome: {partnership_name}',
        body: 'Hello {contact_name}!',
        ifMatch: 0,
      },
    ])
  })
})
