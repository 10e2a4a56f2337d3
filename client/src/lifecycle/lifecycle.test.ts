import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { lifecycleContract as api } from '@common-table/shared/lifecycle/contract'
import { rolloverContract } from '@common-table/shared/lifecycle/rollover-contract'
import type { Lifecycle } from '@common-table/shared/lifecycle/schemas'
import { intensityRubric } from '@common-table/shared/partnerships/rubric-questions'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import type { Partnership } from '@common-table/shared/partnerships/schemas'
import { answer, render } from '../platform/testing.ts'
import DateBox from '../ui/DateBox.vue'
import MultiCombo from '../ui/MultiCombo.vue'
import LifecyclePart from './LifecyclePart.vue'
import RolloverPage from './RolloverPage.vue'
import SitesPart from './SitesPart.vue'

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const partnership = { id: id(1), version: 3 } as Partnership // the parts read these two
const aLife = (more: Partial<Lifecycle> = {}): Lifecycle => ({
  partnershipId: id(1),
  organizationId: id(31),
  intensity: 'low',
  assessment: null,
  steps: [
    { step: 'leads', lane: 'standard', because: ['always'], state: 'done' },
    { step: 'liability_insurance', lane: 'standard', because: ['space'], state: 'missing' },
  ],
  lighterLane: false,
  formalise: [],
  resumesOn: null,
  exit: [],
  years: [],
  version: 3,
  ...more,
})
const settled = async () => {
  await vi.dynamicImportSettled()
  await flushPromises()
}
const press = async (page: VueWrapper, text: string) => {
  const found = [
    ...page.findAll('button').map(({ element }) => element),
    ...document.querySelectorAll('button'),
  ]
  found.find((one) => one.textContent?.trim() === text)!.click()
  await settled()
}

describe('what a partnership takes', () => {
  it('says what is asked for and why, and what should be put on paper', async () => {
    const page = await render(
      LifecyclePart,
      { role: 'coordinator', props: { partnership, mayWrite: true } },
      answer(api.getLifecycle, () =>
        aLife({ formalise: ['recurring_on_campus'], resumesOn: '2020-01-01', lighterLane: true }),
      ),
    )
    for (const text of [
      'This should be put on paper',
      'Its people are at school again and again.',
      'A lead and a backup on both sides',
      'Because: every partnership',
      'It was expected back on',
      'Nobody has answered the questions yet',
    ])
      expect(page.text()).toContain(text)
    expect(page.text()).toContain('1 of 2 done')
    const places = page.findAll('a').map((link) => [link.text(), link.attributes('href')])
    expect(places).toEqual([
      ['Begin an agreement', '/?part=agreements&begin=yes'],
      ['A lead and a backup on both sides', `/partnerships/${id(1)}?part=people`],
      ['General liability insurance', `/organizations/${id(31)}?part=compliance`],
    ])
  })

  it('shows the result while the questions are answered, and sends the answers', async () => {
    const sent: unknown[] = []
    const page = await render(
      LifecyclePart,
      { role: 'coordinator', props: { partnership, mayWrite: true } },
      answer(api.getLifecycle, () => aLife()),
      answer(api.assessIntensity, ({ body, ifMatch }) => (sent.push([body, ifMatch]), aLife())),
    )
    await press(page, 'Answer the questions')
    expect(document.body.textContent).toContain('Answer all eight questions')
    const answers = Object.fromEntries(
      intensityRubric.map(({ code, answers: choices }) => [code, choices.at(-1)!.code]), // every question has answers
    )
    for (const { code } of intensityRubric) {
      const last = [
        ...document.querySelectorAll<HTMLInputElement>(`[data-field="answers.${code}"] input`),
      ].at(-1)!
      last.click()
    }
    await flushPromises()
    expect(document.body.textContent).toContain('High: 20 of 20 points')
    await press(page, 'Save')
    expect(sent).toEqual([[{ answers }, 3]])
  })

  it('moves the day a paused partnership is expected back, and leaves the pause as it is', async () => {
    const sent: unknown[] = []
    const page = await render(
      LifecyclePart,
      { role: 'coordinator', props: { partnership: { ...partnership, stage: 'paused' }, mayWrite: true } },
      answer(api.getLifecycle, () => aLife({ resumesOn: '2020-01-01' })),
      answer(
        partnershipsContract.changePartnership,
        ({ body, ifMatch }) => (sent.push([body, ifMatch]), partnership),
      ),
    )
    await press(page, 'Change the day')
    page.findComponent(DateBox).vm.$emit('update:modelValue', '2091-01-31')
    await press(page, 'Save')
    expect(sent).toEqual([[{ resumesOn: '2091-01-31' }, 3]])
  })

  it('asks where the certificate is before destroyed data count as settled', async () => {
    const changed: unknown[] = []
    const check = {
      id: id(7),
      item: 'data_destroyed' as const,
      state: 'to_do' as const,
      note: '',
      dueOn: '2020-01-01',
      doneOn: null,
      settledByName: '',
      version: 1,
    }
    const page = await render(
      LifecyclePart,
      { role: 'coordinator', props: { partnership, mayWrite: true } },
      answer(api.getLifecycle, () => aLife({ exit: [check] })),
      answer(api.changeExitCheck, ({ body }) => (changed.push(body), check)),
    )
    expect(page.text()).toContain('Overdue since')
    await press(page, 'Settle')
    await page.get('form select').setValue('done')
    await page.get('form').trigger('submit')
    expect(page.text()).toContain('Say where the certificate of destruction is kept.')
    expect(changed).toEqual([])
    await page.get('form input').setValue('Folder 12')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(changed).toEqual([{ state: 'done', note: 'Folder 12', dueOn: '2020-01-01' }])
  })
})

describe('what happens at each school', () => {
  const sites = answer(api.listSitePlans, () => ({
    year: { id: id(20), name: '2026-27' },
    years: [{ id: id(20), name: '2026-27' }],
    sites: [
      {
        school: { id: id(5), name: 'Lincoln' },
        plan: {
          id: id(30),
          school: { id: id(5), name: 'Lincoln' },
          schoolYearId: id(20),
          liaison: null,
          liaisonUserId: null,
          liaisonName: 'Ms. Duarte',
          space: 'Library',
          weekdays: ['MO', 'WE'] as ('MO' | 'WE')[],
          startsAt: '15:00',
          endsAt: '16:30',
          startsOn: null,
          endsOn: null,
          students: 20,
          notes: '',
          version: 1,
        },
      },
      { school: { id: id(6), name: 'Mill Creek' }, plan: null },
    ],
    students: 20,
    planned: 1,
  }))

  it('shows each school with its plan or without, in Spanish too', async () => {
    const page = await render(
      SitesPart,
      { role: 'school', locale: 'es', props: { partnership, mayWrite: false } },
      sites,
    )
    for (const text of [
      '1 de 2 escuelas tienen plan',
      'lun, mié 15:00–16:30',
      'Library',
      'Ms. Duarte',
      'Sin plan todavía',
    ])
      expect(page.text()).toContain(text)
  })

  it('is brought to more schools, with the days and hours of the one that has a plan', async () => {
    const sent: unknown[] = []
    const page = await render(
      SitesPart,
      { role: 'coordinator', props: { partnership: { ...partnership, stage: 'active' }, mayWrite: true } },
      sites,
      answer(api.growPartnership, ({ body, ifMatch }) => {
        sent.push([body, ifMatch])
        return { year: null, years: [], sites: [], students: 0, planned: 0 }
      }),
    )
    await press(page, 'Bring it to more schools')
    page.findComponent(MultiCombo).vm.$emit('update:modelValue', [id(8), id(9)])
    await press(page, 'Add the schools')
    expect(sent).toEqual([
      [{ schoolIds: [id(8), id(9)], schoolYearId: id(20), likeSchoolId: id(5), expanding: true }, 3],
    ])
  })

  it('offers readers no plan to make', async () => {
    const page = await render(SitesPart, { role: 'viewer', props: { partnership, mayWrite: false } }, sites)
    expect(page.findAll('button').map((one) => one.text())).not.toContain('Plan')
  })
})

describe('the roll-over', () => {
  const year = (n: number, label: string, startsOn: string, endsOn: string, current: boolean) => ({
    id: id(n),
    label,
    startsOn,
    endsOn,
    current,
    inUse: false,
    periods: [],
    version: 1,
  })
  const years = [
    year(21, '2026-27', '2026-08-01', '2027-07-31', false),
    year(20, '2025-26', '2025-08-01', '2026-07-31', true),
  ]
  const candidate = (n: number, name: string, suggestion: 'renew' | 'end') => ({
    partnershipId: id(n),
    name,
    organization: { id: id(2), name: 'Harvest Table' },
    stage: 'active' as const,
    formality: 'informal' as const,
    intensity: 'low' as const,
    endsOn: null,
    students: 100,
    schoolCount: 1,
    lead: null,
    suggestion,
    reasons: [suggestion === 'renew' ? ('runs_well' as const) : ('long_paused' as const)],
    carried: false,
  })

  it('begins with an opinion, asks why something ends, shows what will change, then does it', async () => {
    const applied: unknown[] = []
    const sums = {
      renew: 1,
      revise: 0,
      end: 1,
      studentsGoingOn: 100,
      studentsLosing: 100,
      placesGoingOn: 1,
      datesMoved: 1,
      stagesChanged: 0,
    }
    const page = await render(
      RolloverPage,
      { role: 'director' },
      answer(calendarContract.listSchoolYears, () => ({ items: years })),
      answer(rolloverContract.listRollovers, () => ({ items: [] })),
      answer(rolloverContract.listRolloverCandidates, ({ query }) => {
        expect(query).toEqual({ fromYearId: id(20), toYearId: id(21) })
        return { items: [candidate(1, 'Weekend food', 'renew'), candidate(2, 'Chess club', 'end')] }
      }),
      answer(rolloverContract.previewRollover, () => ({
        sums,
        sitePlans: 3,
        refused: [],
        changes: [
          {
            partnershipId: id(2),
            name: 'Chess club',
            decision: 'end' as const,
            stage: ['active', 'active'] as ['active', 'active'],
            endsOn: [null, '2026-07-31'] as [null, string],
            students: 100,
          },
        ],
      })),
      answer(rolloverContract.applyRollover, ({ body }) => {
        applied.push(body.choices)
        return {
          id: id(40),
          from: { id: id(20), name: '2025-26' },
          to: { id: id(21), name: '2026-27' },
          sums,
          appliedByName: 'Robin',
          createdAt: '2026-06-01T00:00:00Z',
          undoneAt: null,
          version: 1,
        }
      }),
    )
    expect(page.text()).toContain('Suggested: End')
    await press(page, 'Show what will change (2)')
    expect(page.text()).toContain('Say why 1 partnership ends.')
    await page.get('select[aria-label="Why Chess club ends"]').setValue('funding_ended')
    await press(page, 'Show what will change (2)')
    for (const text of ['Students losing help', 'Site plans copied', 'ends without an end → Jul 31, 2026'])
      expect(page.text()).toContain(text)
    await press(page, 'Carry them into 2026-27')
    expect(applied).toEqual([
      [
        { partnershipId: id(1), decision: 'renew' },
        { partnershipId: id(2), decision: 'end', reason: 'funding_ended' },
      ],
    ])
  })
})
