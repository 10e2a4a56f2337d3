import { organizationsContract } from '@common-table/shared/organizations/contract'
import { metricsContract } from '@common-table/shared/outcomes/metrics-contract'
import type { Partnership } from '@common-table/shared/partnerships/schemas'
import { prioritiesContract } from '@common-table/shared/priorities/contract'
import { ProblemError } from '@common-table/shared/contract/problem'
import { emptyVision } from '@common-table/shared/vision/compare'
import { visionContract as api } from '@common-table/shared/vision/contract'
import { partnerVisionContract as link } from '@common-table/shared/vision/partner-contract'
import type { Vision, VisionVersion } from '@common-table/shared/vision/schemas'
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { answer, render } from '../platform/testing.ts'
import ConfirmVisionPage from './ConfirmVisionPage.vue'
import VisionPart from './VisionPart.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const partnership = {
  id: id(51),
  name: 'Reading together',
  organization: { id: id(31), name: 'Harvest Table', type: 'nonprofit' },
  partnerLead: null,
} as Partnership // the part reads these only
const version = (number: number, more: Partial<VisionVersion> = {}): VisionVersion => ({
  id: id(60 + number),
  number,
  content: {
    statement: `Every student reads, said ${number}.`,
    goals: [{ priorityId: id(71), title: 'Reading by third grade', words: '' }],
    districtExpectations: ['Tutors come on time'],
    partnerExpectations: ['A quiet room'],
    processes: ['The leads talk every other week'],
    outcomes: [
      { what: 'More readers', metricId: null, metricName: null, measure: 'Benchmark', target: '60 %' },
    ],
  },
  note: '',
  proposedBy: 'The coordinator',
  proposedAt: '2026-01-02T10:00:00Z',
  answers: [],
  ...more,
})
const vision = (more: Partial<Vision> = {}): Vision => ({
  partnershipId: id(51),
  version: 1,
  draft: emptyVision,
  draftDiffers: false,
  standing: 'proposed',
  waitingFor: ['district', 'partner'],
  agreedNumber: null,
  agreedOn: null,
  reconfirmBy: null,
  versions: [version(1)],
  ...more,
})
const shown = (what: Vision, role: 'coordinator' | 'viewer' = 'coordinator', locale: 'en' | 'es' = 'en') =>
  render(
    VisionPart,
    { props: { partnership }, role, locale },
    answer(api.getVision, () => what),
  )
const button = (page: VueWrapper, text: string) =>
  page.findAll('button').find((one) => one.text().startsWith(text))
const dialogOpens = async () => {
  for (let round = 0; round < 3; round++) {
    await flushPromises()
    await vi.dynamicImportSettled()
  }
}

describe('the vision on a partnership’s page', () => {
  it('says what to do when nothing is written, and offers it to those who may write', async () => {
    const none = vision({ version: 0, standing: 'empty', waitingFor: [], versions: [] })
    expect((await shown(none)).text()).toContain('Write the shared vision')
    const reader = await shown(none, 'viewer')
    expect(reader.text()).toContain('No shared vision yet')
    expect(reader.findAll('button')).toEqual([])
  })

  it('shows the newest version, for whom it waits, and what the partner asks for', async () => {
    const page = await shown(
      vision({
        waitingFor: ['partner'],
        versions: [
          version(1, {
            answers: [
              {
                id: id(91),
                side: 'partner',
                answer: 'change_asked',
                name: 'Ana Núñez',
                title: '',
                comment: 'Thursday does not work.',
                at: '2026-01-03T10:00:00Z',
              },
            ],
          }),
        ],
      }),
    )
    expect(page.text()).toContain('Every student reads, said 1.')
    expect(page.text()).toContain('Waiting for the partner')
    expect(page.text()).toContain('Thursday does not work.')
    expect(button(page, 'Send the partner a link')).toBeDefined()
    expect(button(page, 'Confirm for the district')).toBeUndefined()
  })

  it('compares two versions line by line', async () => {
    const page = await shown(vision({ versions: [version(2), version(1)] }))
    expect(page.find('ins').text()).toContain('Every student reads, said 2.')
    expect(page.find('del').text()).toContain('Every student reads, said 1.')
  })

  it('speaks Spanish', async () => {
    expect((await shown(vision({ standing: 'lapsed' }), 'viewer', 'es')).text()).toContain(
      'Confirmación vencida',
    )
  })

  it('keeps what was typed when somebody else saved first, and shows both texts', async () => {
    const draft = { ...emptyVision, statement: 'Mine' }
    const page = await render(
      VisionPart,
      { props: { partnership }, role: 'coordinator' },
      answer(api.getVision, () => vision({ draft, standing: 'draft', versions: [], waitingFor: [] })),
      answer(prioritiesContract.listPriorities, () => ({ items: [] })),
      answer(metricsContract.listMetrics, () => ({ items: [], nextCursor: null })),
      answer(api.writeVision, () => {
        throw new ProblemError('stale', 'Someone changed this.', {
          current: vision({ draft: { ...emptyVision, statement: 'Theirs' }, version: 2 }),
        })
      }),
    )
    await button(page, 'Edit draft')!.trigger('click')
    await dialogOpens()
    document.querySelector<HTMLFormElement>('#vision-form')!.dispatchEvent(new Event('submit'))
    await dialogOpens()
    expect(document.body.textContent).toContain('Someone saved another text in the meantime')
    expect(document.querySelector('#vision-form del')!.textContent).toContain('Theirs')
    expect(document.querySelector('#vision-form ins')!.textContent).toContain('Mine')
    expect(document.body.textContent).toContain('Save my text')
  })

  it('names what is missing before it is proposed', async () => {
    const page = await render(
      VisionPart,
      { props: { partnership }, role: 'coordinator' },
      answer(api.getVision, () =>
        vision({
          draft: { ...emptyVision, statement: 'We read.' },
          draftDiffers: true,
          standing: 'draft',
          versions: [],
        }),
      ),
      answer(organizationsContract.getOrganization, () => ({ contacts: [] }) as never), // only the contacts are read
    )
    await button(page, 'Propose to both sides')!.trigger('click')
    await dialogOpens()
    expect(document.body.textContent).toContain('Still missing in the draft')
    expect(document.body.textContent).toContain('What should come of it')
  })
})

describe('the vision behind a link', () => {
  const page = (waitingFor: ('district' | 'partner')[], sent: unknown[], wished: unknown[] = []) =>
    render(
      ConfirmVisionPage,
      { link: { name: 'Ana Núñez' } },
      answer(link.readVisionByLink, () => ({
        partnershipName: 'Reading together',
        current: version(2),
        previous: version(1),
        standing: 'proposed' as const,
        waitingFor,
        reconfirmBy: null,
      })),
      answer(link.confirmVisionByLink, ({ body }) => {
        sent.push(body)
        return {
          partnershipName: 'Reading together',
          current: version(2),
          previous: null,
          standing: 'agreed' as const,
          waitingFor: [],
          reconfirmBy: '2027-01-01',
        }
      }),
      answer(link.wishForVision, ({ body }) => {
        wished.push(body)
        return {
          partnershipName: 'Reading together',
          current: version(2),
          previous: null,
          standing: 'proposed' as const,
          waitingFor,
          reconfirmBy: null,
        }
      }),
    )

  it('is read, with what changed, and confirmed by typing one’s name', async () => {
    const sent: unknown[] = []
    const shownPage = await page(['partner'], sent)
    expect(shownPage.text()).toContain('What changed since version 1')
    await shownPage.find('form').trigger('submit')
    await dialogOpens()
    expect(sent).toEqual([{ number: 2, name: 'Ana Núñez' }])
    expect(shownPage.text()).toContain('Thank you, your confirmation has arrived')
  })

  it('can be answered with a wish instead', async () => {
    const wished: unknown[] = []
    const shownPage = await page(['partner'], [], wished)
    await button(shownPage, 'Ask for a change')!.trigger('click')
    await shownPage.findAll('form')[1]!.trigger('submit')
    expect(shownPage.text()).toContain('Say what should change.')
    await shownPage.find('textarea').setValue('Not on Thursdays')
    await shownPage.findAll('form')[1]!.trigger('submit')
    await dialogOpens()
    expect(wished).toEqual([{ number: 2, name: 'Ana Núñez', comment: 'Not on Thursdays' }])
  })

  it('asks for nothing once it was confirmed', async () => {
    const shownPage = await page(['district'], [])
    expect(shownPage.findAll('form')).toEqual([])
    expect(shownPage.text()).toContain('has confirmed this version')
  })
})
