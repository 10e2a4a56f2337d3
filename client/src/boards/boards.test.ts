import { describe, expect, it } from 'vitest'
import { boardsContract } from '@common-table/shared/boards/contract'
import type { HelpDone } from '@common-table/shared/boards/help-done-schemas'
import { partnerBoardsContract } from '@common-table/shared/boards/partner-contract'
import type { SchoolBoard } from '@common-table/shared/boards/school-schemas'
import type { Overview } from '@common-table/shared/boards/schemas'
import { studentCells } from '@common-table/shared/reports/students'
import { answer, render } from '../platform/testing.ts'
import HelpDonePage from './HelpDonePage.vue'
import MySchoolPage from './MySchoolPage.vue'
import OverviewPage from './OverviewPage.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [many, few] = studentCells([240, 4], 10)
const none = { count: 0, items: [] }
const tiers = (['highest', 'high', 'moderate', 'low', 'lowest'] as const).map((tier, at) => ({
  tier,
  schools: 4,
  students: 1000,
  supply: 100 * (at + 1),
  per100: 10 * (at + 1),
  withoutPartner: at === 0 ? 3 : 0,
  openNeeds: 5 - at,
}))
const overview = (as: Overview['as']): Overview => ({
  as,
  districtName: 'Cedar Valley',
  asOf: '2026-11-22T17:00:00Z',
  schoolYear: '2026-27',
  quarter: 2,
  yearAgo: '2025-11-22',
  quarterBegan: '2026-10-01',
  threshold: 10,
  reach: {
    partnerships: { now: 12, before: 9 },
    partners: { now: 11, before: null },
    schools: 20,
    schoolsWithPartner: { now: 17, before: 15 },
    students: { now: many!, before: few! },
  },
  gaps: {
    openNeeds: { now: 40, before: 52 },
    severe: 6,
    tiers,
    help: [{ tier: 2, openNeeds: 9, wanted: many!, missing: few! }],
  },
  equity: {
    version: 2,
    ratio: 0.2,
    concentration: -0.3,
    before: { reportId: id(5), quarter: 1, schoolYear: '2026-27', ratio: 0.15 },
  },
  figures: [],
  objectives: [],
  value: {
    schoolYear: '2026-27',
    yearBefore: '2025-26',
    partnerCents: { now: 1_200_000, before: 3_000_000 },
    districtCents: { now: 400_000, before: 900_000 },
    volunteerHours: { now: 320, before: 1200 },
  },
  risks: {
    ending: none,
    overdue: {
      count: 1,
      items: [
        {
          partnership: { id: id(3), name: 'Reading at noon' },
          partner: 'Harvest Table',
          what: 'Send the roster of volunteers',
          side: 'partner',
          day: '2026-11-01',
        },
      ],
    },
    stuck: none,
    unserved:
      as === 'own'
        ? { count: 1, items: [{ id: id(4), name: 'Lincoln Elementary' }] }
        : { count: 1, items: [] },
    overdueBefore: 2,
  },
  stories: { published: { now: 2, before: 1 }, items: [] },
})
const help: HelpDone = {
  partnership: 'Reading at noon',
  organization: 'Harvest Table',
  district: 'Cedar Valley',
  schoolYear: '2026-27',
  today: '2026-11-22',
  threshold: 10,
  lead: 'Robin Alvarez',
  thankedOn: null,
  schools: ['Lincoln Elementary'],
  services: ['Reading'],
  sessions: { planned: 10, delivered: 8, hours: 12, before: null, toCome: 3, silent: 1, quarters: [] },
  students: few!,
  evidence: 'participation_only',
  change: null,
  byThemselves: null,
  refused: 'no_baseline',
  study: null,
  missing: [{ category: { name: 'Tutoring', nameEs: 'Tutoría' }, schools: 2 }],
  stories: [],
}
const asked: (string | undefined)[] = []
const answers = [
  answer(boardsContract.getOverview, ({ query }) => {
    asked.push(query.as)
    return overview(query.as ?? 'own')
  }),
  answer(boardsContract.getHelpDone, () => help),
  answer(boardsContract.getPublicBoard, () => ({
    districtName: 'Cedar Valley',
    publicPath: null,
    results: false,
    partners: 0,
    metrics: [],
    groups: [],
    stories: [],
  })),
]

describe('the district on one page', () => {
  it('says each number beside what it is compared with, and leads to where it is worked on', async () => {
    const page = await render(OverviewPage, { role: 'director' }, ...answers)
    const words = page.text()
    for (const said of [
      '15 a year ago',
      '52 when this quarter began',
      '0.15 in the board packet',
      '$30,000 in the whole',
    ])
      expect(words).toContain(said)
    expect(words).toContain('A year ago is withheld')
    expect(words).toContain('only 0.2 places')
    expect(page.get('a[href="/needs"]').text()).toBe('Open needs')
    expect(page.text()).toContain('Lincoln Elementary')
    expect(page.text()).toContain('fewer than 10')
  })

  it('asks the server anew for what the board gets, says so, and leads back', async () => {
    const page = await render(OverviewPage, { role: 'director', path: '/?as=board' }, ...answers)
    expect(asked.at(-1)).toBe('board')
    expect(page.text()).toContain('You see this page as a member of the board gets it.')
    expect(page.text()).not.toContain('Lincoln Elementary')
  })

  it('shows what a partner and the public are given, and none of the staff’s figures', async () => {
    const before = asked.length
    const partner = await render(
      OverviewPage,
      { role: 'director', path: `/?as=partner&partnership=${id(3)}` },
      ...answers,
    )
    expect(partner.text()).toContain('Thank you, Harvest Table.')
    expect(partner.text()).not.toContain('Equity ratio')
    partner.unmount()
    const everybody = await render(OverviewPage, { role: 'director', path: '/?as=public' }, ...answers)
    expect(everybody.text()).toContain('The public pages are off')
    expect(asked).toHaveLength(before)
  })
})

it('tells a partner in Spanish what its help did, and withholds few students', async () => {
  const page = await render(
    HelpDonePage,
    { locale: 'es', link: { purpose: 'help-done' } },
    answer(partnerBoardsContract.readHelpDoneByLink, () => help),
  )
  const words = page.text()
  for (const said of [
    'Gracias, Harvest Table.',
    '8 de 10',
    'Tutoría: falta todavía en 2 escuelas',
    'Robin Alvarez',
  ])
    expect(words).toContain(said)
  expect(words).toContain('menos de 10')
  expect(words).toContain('No hay datos publicados de antes')
})

it('shows a principal the own school: what is open, what comes and what was promised', async () => {
  const board: SchoolBoard = {
    school: { id: id(4), name: 'Lincoln Elementary' },
    enrolment: 400,
    today: '2026-11-22',
    quarter: { number: 2, from: '2026-10-01', to: '2026-12-31' },
    threshold: 10,
    figures: [],
    needs: { open: { now: 3, before: 5 }, severe: 1, answered: { now: 4, before: 2 }, items: [] },
    requests: { open: 2, waiting: 1 },
    help: {
      week: 1,
      quarter: 6,
      items: [
        {
          id: id(7),
          title: 'Reading circle',
          day: '2026-11-24',
          service: 'Reading',
          partner: 'Harvest Table',
        },
      ],
    },
    partners: { count: { now: 2, before: 1 }, items: [] },
    promises: {
      overdue: 1,
      soon: 0,
      items: [
        {
          what: 'Give a room on Tuesdays',
          side: 'district',
          day: '2026-11-01',
          partnership: { id: id(3), name: 'Reading at noon' },
          partner: 'Harvest Table',
        },
      ],
    },
    fidelity: {
      now: { due: 10, delivered: 8, percent: 80, beyond: 0 },
      before: { due: 10, delivered: 9, percent: 90, beyond: 0 },
    },
  }
  const page = await render(
    MySchoolPage,
    { role: 'viewer', path: `/?school=${id(4)}` },
    answer(boardsContract.getSchoolBoard, () => board),
  )
  const words = page.text()
  for (const said of [
    '5 when this quarter began',
    '8 of 10 that were due; 90% last quarter',
    'Reading circle',
    'was due Nov 1, 2026',
  ])
    expect(words).toContain(said)
})
