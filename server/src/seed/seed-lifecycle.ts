import { calendarContract } from '@common-table/shared/calendar/contract'
import { addDays } from '@common-table/shared/calendar/dates'
import { lifecycleContract } from '@common-table/shared/lifecycle/contract'
import type { Answers } from '@common-table/shared/lifecycle/schemas'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import type { Seed } from './seeds.ts'

/** How three kinds of partnership answer the rubric: a guest, a weekly helper, a clinic. */
const kinds: readonly Answers[] = [
  {
    contact: 'supervised',
    frequency: 'monthly',
    reach: 'some',
    place: 'on_campus',
    data: 'none',
    money: 'none',
    term: 'year',
    care: 'no',
  },
  {
    contact: 'supervised',
    frequency: 'weekly',
    reach: 'many',
    place: 'after_hours',
    data: 'aggregate',
    money: 'partner_pays',
    term: 'year',
    care: 'no',
  },
  {
    contact: 'unsupervised',
    frequency: 'weekly',
    reach: 'some',
    place: 'on_campus',
    data: 'student_level',
    money: 'partner_pays',
    term: 'years',
    care: 'yes',
  },
]
const rooms = ['Library', 'Cafeteria', 'Room 12', 'Gym', 'Family center'] as const
const weeks = [['MO', 'WE'], ['TU', 'TH'], ['FR'], ['MO', 'TU', 'WE', 'TH']] as const

/** Answers to the rubric, site plans for this school year, a pause with its day of return, and an end with its checklist. */
export const seedLifecycle: Seed = async ({ call, chance, today }) => {
  const list = (stage: 'active' | 'paused' | 'ended', limit: number) =>
    call(partnershipsContract.listPartnerships, { query: { stage: [stage], limit } })
  const { items: years } = await call(calendarContract.listSchoolYears)
  const year = years.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
  const { items: active } = await list('active', 16)
  for (const [at, { id: partnershipId }] of active.entries()) {
    const params = { partnershipId }
    const life = await call(lifecycleContract.getLifecycle, { params })
    if (life.assessment) continue
    if (at % 4 !== 3)
      await call(lifecycleContract.assessIntensity, {
        params,
        body: { answers: kinds[at % kinds.length]! },
        ifMatch: life.version,
      })
    if (!year || at % 3 === 2) continue
    const { sites } = await call(lifecycleContract.listSitePlans, {
      params,
      query: { schoolYearId: year.id },
    })
    for (const { school, plan } of sites.slice(0, 3))
      if (!plan)
        await call(lifecycleContract.addSitePlan, {
          params,
          body: {
            schoolId: school.id,
            schoolYearId: year.id,
            space: chance.pick(rooms),
            weekdays: [...chance.pick(weeks)],
            startsAt: '15:00',
            endsAt: '16:30',
            students: chance.whole(1, 6) * 10,
            liaisonName: chance.pick(['Ms. Adeyemi', 'Mr. Kowalczyk', 'Ms. Duarte', '']),
          },
        })
  }
  const { items: ended } = await list('ended', 1)
  const [last] = active.slice(-1)
  if (ended.length > 0 || active.length < 6 || !last) return
  const { version } = await call(partnershipsContract.getPartnership, { params: { partnershipId: last.id } })
  await call(partnershipsContract.changePartnershipStage, {
    params: { partnershipId: last.id },
    body: {
      stage: 'ended',
      reason: 'funding_ended',
      exit: [
        { item: 'thank_you', state: 'done' },
        { item: 'keys_returned', state: 'to_do', dueOn: addDays(today, 14) },
      ],
    },
    ifMatch: version,
  })
}
