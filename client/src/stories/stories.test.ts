import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { storiesContract as api } from '@common-table/shared/stories/contract'
import type { AskedStory, Story } from '@common-table/shared/stories/schemas'
import { answer, render } from '../platform/testing.ts'
import ConsentPage from './ConsentPage.vue'
import StoriesPage from './StoriesPage.vue'
import StoryPage from './StoryPage.vue'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const story = (more: Partial<Story> = {}): Story => ({
  id: id(1),
  status: 'draft',
  title: 'Saturday mentors',
  titleEs: '',
  summary: 'Eight mentors come on Saturdays.',
  summaryEs: '',
  body: 'They read together.',
  bodyEs: '',
  need: 'Nobody to read with.',
  needEs: '',
  setting: 'weekend',
  organization: { id: id(2), name: 'Lakeside Mentors' },
  school: null,
  category: null,
  quote: 'She reads to me now.',
  quoteEs: '',
  quoteBy: 'A mother',
  quoteByEs: '',
  photoAlt: '',
  photoAltEs: '',
  photoOfPeople: true,
  hasPhoto: false,
  evidence: 'participation_only',
  evidenceSource: '',
  link: '',
  consentHolds: false,
  note: '',
  takenBackBecause: null,
  authorName: 'Jordan Lee',
  publishedByName: '',
  publishedAt: null,
  publicPath: null,
  answers: null,
  consents: [],
  updatedAt: '2026-11-20T10:00:00Z',
  version: 3,
  ...more,
})
const choices = [
  answer(catalogContract.listCategories, () => ({ items: [] })),
  answer(organizationsContract.listOrganizations, () => ({ items: [], nextCursor: null })),
  answer(schoolsContract.listSchools, () => ({ items: [], nextCursor: null })),
]
const button = (page: Awaited<ReturnType<typeof render>>, text: string) =>
  page.findAll('button').find((one) => one.text().startsWith(text))!

describe('the pages of stories', () => {
  it('list how far each is, and say that one is not shown because a consent ended', async () => {
    const asked = vi.fn(() => ({ items: [story({ status: 'published' })], nextCursor: null, total: 1 }))
    const page = await render(StoriesPage, answer(api.listStories, asked), ...choices, { role: 'director' })
    expect(page.text()).toContain('Not shown: consent ended')
    await button(page, 'To review').trigger('click')
    await flushPromises()
    expect(asked).toHaveBeenLastCalledWith(
      expect.objectContaining({ query: expect.objectContaining({ status: ['review'] }) }),
    )
  })

  it('mark what speaks of causes while a draft is written, and save it', async () => {
    const saved = vi.fn(() => story())
    const page = await render(
      StoryPage,
      answer(api.getStory, () => story()),
      answer(api.changeStory, saved),
      ...choices,
      { role: 'coordinator', props: { storyId: id(1) } },
    )
    await vi.waitFor(() => expect(page.find('form').exists()).toBe(true))
    expect(page.text()).toContain('Words: nobody was asked yet')
    const body = page.findAll('textarea').find((one) => one.element.value === 'They read together.')!
    await body.setValue('Thanks to them absence fell.')
    expect(page.text()).toContain('The story: “Thanks to”')
    await page.find('form[data-record-form]').trigger('submit')
    await vi.waitFor(() =>
      expect(saved).toHaveBeenCalledWith(
        expect.objectContaining({ body: { body: 'Thanks to them absence fell.' } }),
      ),
    )
  })

  it('offer to publish only what everybody agreed to', async () => {
    const page = await render(
      StoryPage,
      answer(api.getStory, () => story({ status: 'consent' })),
      ...choices,
      { role: 'director', props: { storyId: id(1) } },
    )
    expect(button(page, 'Publish').attributes('aria-disabled')).toBe('true')
  })

  it('let the person who is asked agree, and withdraw with the same link', async () => {
    const { title, titleEs, summary, summaryEs, body, bodyEs, quote, quoteEs, quoteBy, hasPhoto, photoAlt } =
      story()
    const asked: AskedStory = {
      title,
      titleEs,
      summary,
      summaryEs,
      body,
      bodyEs,
      quote,
      quoteEs,
      quoteBy,
      hasPhoto,
      photoAlt,
      name: 'Ana',
      relation: 'guardian',
      covers: ['quote'],
      status: 'asked',
      validUntil: null,
      shown: false,
    }
    const answered = vi.fn(({ body: said }: { body: { agrees: boolean } }) => ({
      ...asked,
      status: said.agrees ? ('given' as const) : ('withdrawn' as const),
      shown: said.agrees,
    }))
    const page = await render(
      ConsentPage,
      answer(api.readStoryByLink, () => asked),
      answer(api.answerStoryByLink, answered as never), // one answer for both
      { link: {} },
    )
    await page.find('form').trigger('submit')
    await vi.waitFor(() => expect(page.text()).toContain('The story is shown now.'))
    await button(page, 'Withdraw my consent').trigger('click')
    await vi.waitFor(() => expect(page.text()).toContain('The story is no longer shown.'))
  })
})
