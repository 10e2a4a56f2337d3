import { addDays } from '@common-table/shared/calendar/dates'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { districtContract } from '@common-table/shared/district/contract'
import { investmentsContract } from '@common-table/shared/investments/contract'
import type { NewContribution } from '@common-table/shared/investments/schemas'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import type { Seed } from './seeds.ts'

type Line = Omit<NewContribution, 'schoolYearId' | 'planned' | 'delivered'>

const fromDistrict: readonly Line[] = [
  { side: 'district', type: 'space', title: 'Rooms after school', unit: 'rooms' },
  { side: 'district', type: 'coordination', title: 'Hours of the school liaison', unit: 'hours' },
  { side: 'district', type: 'transport', title: 'Late buses', unit: 'rides' },
  { side: 'district', type: 'data', title: 'Attendance figures each quarter', unit: 'items' },
]
const fromPartner: readonly Line[] = [
  { side: 'partner', type: 'staff_fte', title: 'Staff on site', unit: 'fte' },
  { side: 'partner', type: 'funding', title: 'Grant for the programme', unit: 'dollars' },
  { side: 'partner', type: 'materials', title: 'Kits for students', unit: 'items' },
  { side: 'partner', type: 'training_pd', title: 'Training for teachers', unit: 'sessions' },
  { side: 'partner', type: 'site_visits', title: 'Visits to the workplace', unit: 'visits' },
]
const doings = ['Reading with students', 'Packing weekend bags', 'Homework help', 'Mentoring lunch'] as const

/** A ledger for partnerships at work: what both sides promised, most of it delivered, and hours of volunteers. */
export const seedInvestments: Seed = async ({ call, chance, today }) => {
  const district = await call(districtContract.getDistrict)
  if (district.isDemo && district.volunteerHourCents === null)
    await call(districtContract.changeDistrict, {
      body: { volunteerHourCents: 3000, volunteerHourSource: 'An invented rate for this fictional district' },
      ifMatch: district.version,
    })
  const { items: years } = await call(calendarContract.listSchoolYears)
  const year = years.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
  if (!year) return
  const { items: partnerships } = await call(partnershipsContract.listPartnerships, {
    query: { stage: ['active', 'expanding', 'renewing'], limit: 40 },
  })
  for (const [at, { id: partnershipId, schoolCount }] of partnerships.entries()) {
    const params = { partnershipId }
    const { lines } = await call(investmentsContract.getLedger, { params, query: { schoolYearId: year.id } })
    if (lines.length > 0 || at % 6 === 5) continue
    for (const line of [
      fromDistrict[at % 4]!,
      fromDistrict[(at + 1) % 4]!,
      fromPartner[at % 5]!,
      fromPartner[(at + 2) % 5]!,
    ]) {
      const money = line.type === 'funding'
      const planned = money ? chance.whole(10, 80) * 250 : chance.whole(2, 40)
      const delivered = Math.floor(planned * chance.next() * 1.1)
      const each = money ? 100 : chance.whole(2, 30) * 1000
      const valued = money || at % 3 !== 2
      const value = (amount: number) => (valued ? { cents: amount * each, currency: 'USD' as const } : null)
      await call(investmentsContract.addLedgerLine, {
        params,
        body: {
          ...line,
          schoolYearId: year.id,
          planned,
          delivered,
          plannedValue: value(planned),
          deliveredValue: value(delivered),
        },
      })
    }
    for (let n = schoolCount > 0 ? at % 3 : 0; n > 0; n--) {
      const workedOn = addDays(today, -chance.whole(1, 60))
      const people = chance.whole(2, 12)
      if (workedOn >= year.startsOn)
        await call(investmentsContract.addVolunteerHours, {
          params,
          body: { workedOn, people, hours: people * chance.whole(1, 4), activity: chance.pick(doings) },
        })
    }
  }
}
