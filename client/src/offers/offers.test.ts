import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { catalogContract } from '@common-table/shared/catalog/contract'
import { ProblemError } from '@common-table/shared/contract/problem'
import { offerDeskContract as api } from '@common-table/shared/offers/contract'
import type { FirstRefusal, Placement, RankedSchool } from '@common-table/shared/offers/schemas'
import type { Offer } from '@common-table/shared/pipeline/offer-schemas'
import { offersContract } from '@common-table/shared/pipeline/offers-contract'
import { answer, render } from '../platform/testing.ts'
import FirstRefusalPage from './FirstRefusalPage.vue'
import OfferDeskPage from './OfferDeskPage.vue'
import OfferStatusPage from './OfferStatusPage.vue'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const anOffer: Offer = {
  id: id(1),
  organizationName: 'Lakeside Mentors',
  organizationType: null,
  website: '',
  contactName: 'Rosa Lima',
  contactEmail: 'rosa@lakeside.example',
  contactPhone: '',
  categoryIds: [id(2)],
  contributions: [],
  message: 'Group mentoring on Tuesdays.',
  anywhere: true,
  wantedPlaces: '',
  students: 60,
  grades: [],
  languages: ['es'],
  weekdays: ['TU'],
  setting: 'after_school',
  tier: 2,
  wantedSchoolIds: [],
  locale: 'en',
  source: 'staff',
  placed: 0,
  asked: 0,
  closedAt: null,
  status: 'accepted',
  signs: [],
  organization: { id: id(3), name: 'Lakeside Mentors' },
  prospectId: null,
  declinedReason: null,
  note: '',
  replied: false,
  decidedByName: 'Robin',
  decidedAt: '2026-11-01T10:00:00Z',
  createdAt: '2026-11-01T10:00:00Z',
  version: 2,
  duplicates: [],
}
const ranked = (n: number, name: string, more: Partial<RankedSchool> = {}): RankedSchool => ({
  school: { id: id(n), name },
  area: '',
  equityTier: 'highest',
  enrolment: 400,
  demand: 50,
  unmet: 40,
  severity: 4,
  metres: 1609.344,
  score: 82.5,
  reasons: [{ code: 'distance', points: 9, of: 10 }],
  students: 40,
  ratioAfter: 2,
  reachable: true,
  ...more,
})
const aPlacement: Placement = {
  id: id(20),
  school: { id: id(10), name: 'Lincoln' },
  category: { id: id(2), name: 'Group mentoring', nameEs: 'Mentoría en grupo' },
  tier: 2,
  equityTier: 'highest',
  students: 40,
  position: 1,
  status: 'asked',
  because: '',
  askedAt: '2026-11-02T10:00:00Z',
  askedName: 'Pat Reyes',
  until: '2026-11-07T10:00:00Z',
  answeredAt: null,
  answeredByName: '',
  declinedReason: null,
  note: '',
  ratioBefore: 0.5,
  ratioAfter: 2,
  onPaper: false,
  version: 1,
}
const category = {
  id: id(2),
  code: 'me_group',
  groupCode: 'mentoring',
  name: 'Group mentoring',
  nameEs: 'Mentoría en grupo',
  synonyms: [],
  tiers: [2],
  unit: 'students',
  openEligibility: [],
  airsLetters: [],
  position: 1,
  active: true,
  version: 1,
} as never // only what the page shows
const supplied = (ratio: number) => ({ ratio, concentration: 0.1, tiers: [] })
const desk = (...more: Parameters<typeof render>[1][]) =>
  render(
    OfferDeskPage,
    { props: { offerId: id(1) }, role: 'coordinator' },
    answer(offersContract.getOffer, () => anOffer),
    answer(catalogContract.listCategories, () => ({ items: [category] }) as never),
    answer(api.listPlacements, () => ({ items: [aPlacement], seatsFree: 20 })),
    answer(api.rankSchools, () => ({
      items: [ranked(11, 'Roosevelt'), ranked(12, 'Hill', { equityTier: 'low', reachable: false })],
      inNeed: 2,
      ratio: 0.5,
      version: 1,
      seatsFree: 60,
      firstRefusalDays: 5,
    })),
    ...more,
  )
const button = (page: Awaited<ReturnType<typeof render>>, text: string) =>
  page.findAll('button').find((one) => one.text().includes(text))!

describe('the offer desk', () => {
  it('shows why a school comes first and what the choice does to equity, then asks the schools', async () => {
    const place = vi.fn(() => ({ items: [aPlacement], seatsFree: 20 }))
    const page = await desk(
      answer(api.weighChoice, ({ body }) => ({
        before: supplied(0.5),
        after: supplied(body.schools.length + 1),
        toFirstTiers: 1,
      })),
      answer(api.placeOffer, place),
    )
    expect(page.text()).toContain('1. Roosevelt')
    expect(page.text()).toContain('Distance (1 mi) 9/10')
    expect(page.text()).toContain('the Highest:Lowest ratio goes from 0.5 to 2.')
    await page.find('input[type="checkbox"]').setValue(true)
    await flushPromises()
    expect(page.find('#choice-effect').text()).toBe('40 places at 1 school')
    expect(page.text()).toContain('0.5 now, 2 with this choice.')
    await button(page, 'Ask the schools').trigger('click')
    await flushPromises()
    expect(place).toHaveBeenCalledWith(
      expect.objectContaining({
        body: expect.objectContaining({ how: 'ask', tier: 2, schools: [{ schoolId: id(11), students: 40 }] }),
      }),
    )
  })

  it('names the schools a choice passes over, and takes them in by one press or with a reason', async () => {
    const page = await desk(
      answer(api.weighChoice, () => ({ before: supplied(1), after: supplied(1), toFirstTiers: 0 })),
      answer(api.placeOffer, () => {
        throw new ProblemError('step-not-possible', 'no', {
          reason: 'first-refusal-due',
          current: { schools: [{ id: id(11), name: 'Roosevelt' }] },
        })
      }),
    )
    await page.findAll('input[type="checkbox"]')[1]!.setValue(true)
    await flushPromises()
    await button(page, 'They said yes').trigger('click')
    await flushPromises()
    expect(page.text()).toContain('These schools need it more and have not been asked')
    await button(page, 'Ask them too').trigger('click')
    expect(page.find('#choice-effect').text()).toContain('2 schools')
  })

  it('writes down what a school said by telephone', async () => {
    const said = vi.fn(() => ({ items: [{ ...aPlacement, status: 'placed' as const }], seatsFree: 0 }))
    const page = await desk(answer(api.answerForSchool, said))
    expect(page.text()).toContain('Pat Reyes can answer until')
    await button(page, 'They said yes').trigger('click')
    await flushPromises()
    expect(said).toHaveBeenCalledWith(expect.objectContaining({ ifMatch: 1, body: { answer: 'yes' } }))
  })
})

describe('by link', () => {
  const asked: FirstRefusal = {
    schoolName: 'Lincoln',
    organizationName: 'Lakeside Mentors',
    categoryName: 'Group mentoring',
    categoryNameEs: 'Mentoría en grupo',
    tier: 2,
    students: 40,
    message: 'Group mentoring on Tuesdays.',
    grades: [],
    languages: [],
    weekdays: ['TU'],
    setting: null,
    demand: 50,
    unmet: 40,
    status: 'asked',
    until: '2026-11-07T10:00:00Z',
  }
  it('a principal says no with a reason, in Spanish as well', async () => {
    const no = vi.fn(() => ({ ...asked, status: 'declined' as const }))
    const page = await render(
      FirstRefusalPage,
      { link: { purpose: 'first-refusal', name: 'Pat Reyes' }, locale: 'es' },
      answer(api.readFirstRefusal, () => asked),
      answer(api.declineFirstRefusal, no),
    )
    expect(page.text()).toContain('Lakeside Mentors ofrece Mentoría en grupo')
    expect(page.text()).toContain('martes')
    await button(page, 'No, para nosotros no').trigger('click')
    await page.find('form').trigger('submit')
    await vi.dynamicImportSettled()
    await flushPromises()
    expect(page.text()).toContain('Elija un motivo.')
    await page.find('select').setValue('no_space')
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(no).toHaveBeenCalledWith({ body: { name: 'Pat Reyes', reason: 'no_space' } })
    expect(page.text()).toContain('La oferta pasa a la siguiente escuela.')
  })

  it('the giver sees what came of the offer', async () => {
    const page = await render(
      OfferStatusPage,
      { link: { purpose: 'offer' } },
      answer(api.readOfferByLink, () => ({
        message: 'Group mentoring',
        organizationName: 'Lakeside Mentors',
        offeredAt: '2026-11-01T10:00:00Z',
        students: 60,
        closed: false,
        waiting: 1,
        placed: [
          {
            schoolName: 'Lincoln',
            categoryName: 'Group mentoring',
            categoryNameEs: '',
            students: 40,
            since: '2026-11-03T10:00:00Z',
          },
        ],
      })),
    )
    expect(page.text()).toContain('40 students, Group mentoring, since Nov 3, 2026')
    expect(page.text()).toContain('1 school has not answered yet.')
  })
})
