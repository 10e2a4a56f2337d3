import { expect, it } from 'vitest'
import type { Objective, ObjectiveDetail } from '@common-table/shared/outcomes/objective-schemas'
import { objectivesContract as api } from '@common-table/shared/outcomes/objectives-contract'
import { answer, render } from '../platform/testing.ts'
import ObjectivePage from './ObjectivePage.vue'
import ObjectivesPart from './ObjectivesPart.vue'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
// Cells carry the mark of the screening rules, which a test cannot write by hand.
const shown = (value: number, n: number) => ({ value, n, suppressed: false })
const hidden = {
  value: null,
  n: null,
  suppressed: true,
  reason: 'complementary',
  label: 'withheld',
  bound: null,
}
const objective = {
  id: id(1),
  rule: 'seats_meet_demand',
  schoolYear: '2026-27',
  asOf: '2026-11-22',
  baselineValue: null,
  baselineOn: null,
  targetValue: 100,
  dueOn: '2027-06-30',
  dueSet: null,
  active: true,
  figure: shown(82.5, 120),
  tally: null,
  period: null,
  beside: [],
  standing: {
    status: 'at_risk',
    expected: 100,
    words: { en: '82.5 is behind the 100 expected.', es: '82,5 está por detrás de los 100 esperados.' },
  },
  threshold: 10,
  version: 1,
} as unknown as Objective // cells carry the mark of the screening rules

it('objectives stand beside the metrics with their figure, target and standing', async () => {
  const page = await render(
    ObjectivesPart,
    answer(api.listObjectives, () => ({ items: [objective] })),
    {
      role: 'viewer',
    },
  )
  for (const text of [
    'Internship and externship seats meet demand',
    '82.5%',
    'of 120 students',
    'Target 100%',
    'At risk',
  ])
    expect(page.text()).toContain(text)
})

it('an objective says how it is computed and where it is met, small groups withheld', async () => {
  const detail = {
    objective,
    breakdowns: [
      {
        way: 'school',
        rows: [
          {
            school: { id: id(2), name: 'North High' },
            codes: {},
            cell: shown(100, 60),
            tally: null,
            met: true,
          },
          { school: { id: id(3), name: 'South High' }, codes: {}, cell: hidden, tally: null, met: null },
        ],
      },
      {
        way: 'line',
        rows: [
          {
            school: { id: id(2), name: 'North High' },
            codes: { kind: 'internship', pathway: 'health', term: 'fall' },
            cell: shown(100, 60),
            tally: null,
            met: true,
          },
        ],
      },
    ],
  } as unknown as ObjectiveDetail // cells carry the mark of the screening rules
  const asked = { props: { objectiveId: id(1) }, role: 'director' as const }
  const page = await render(
    ObjectivePage,
    answer(api.getObjective, () => detail),
    asked,
  )
  expect(page.get('h1').text()).toBe('Internship and externship seats meet demand')
  expect(page.text()).toContain('82.5 is behind the 100 expected.')
  const rows = page.findAll('tbody tr').map((row) => row.text())
  expect(rows[0]).toMatch(/North High.*60.*100%.*Met/)
  expect(rows[1]).toMatch(/South High.*Withheld/)
  expect(page.text()).toContain('Each seat is counted once')
  const spanish = await render(
    ObjectivePage,
    answer(api.getObjective, () => detail),
    {
      ...asked,
      locale: 'es',
      path: '/outcomes/objectives/x?by=line',
    },
  )
  expect(spanish.get('tbody tr').text()).toContain('North High · Pasantía · Salud · Otoño')
})

it('engagement that builds the four Cs is told in both readings, C by C', async () => {
  const tally = (met: number) => ({ of: 40, met })
  const four = {
    ...objective,
    rule: 'activities_build_four_cs',
    figure: shown(80, 0),
    tally: tally(32),
    beside: [{ code: 'lenient', cell: shown(90, 0), tally: tally(36) }],
  } as unknown as Objective // cells carry the mark of the screening rules
  const rows = [
    { school: null, codes: { c: 'confidence' }, cell: shown(85, 0), tally: tally(34), met: false },
  ]
  const page = await render(
    ObjectivePage,
    answer(
      api.getObjective,
      () => ({ objective: four, breakdowns: [{ way: 'c', rows }] }) as unknown as ObjectiveDetail, // cells carry the mark of the screening rules
    ),
    { props: { objectiveId: id(1) }, role: 'viewer' },
  )
  const text = page.text().replace(/\s+/g, ' ')
  for (const words of ['80%', 'All four Cs, for anybody', '90%', '36 of 40 activities', 'Go to activities'])
    expect(text).toContain(words)
  expect(page.get('tbody tr').text()).toMatch(/Confidence.*40.*85%.*Not met/)
})
