import { addDays } from '@common-table/shared/calendar/dates'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { organizationsContract } from '@common-table/shared/organizations/contract'
import { schoolsContract } from '@common-table/shared/schools/contract'
import { seatsContract } from '@common-table/shared/seats/contract'
import type { SeatKind, SeatTerm } from '@common-table/shared/seats/kinds'
import type { NewSeatOffer } from '@common-table/shared/seats/offer-schemas'
import type { Pathway } from '@common-table/shared/seats/pathways'
import type { Seed } from './seeds.ts'

interface Offer {
  /** Part of the employer’s name in the fictional district. */
  by: string
  title: string
  kind: SeatKind
  pathway: Pathway
  term: SeatTerm
  seats: number
  hours: number
}
const offer = (
  by: string,
  title: string,
  kind: SeatKind,
  pathway: Pathway,
  term: SeatTerm,
  seats: number,
  hours: number,
): Offer => ({ by, title, kind, pathway, term, seats, hours })
const offers: readonly Offer[] = [
  offer('Community Health', 'Front desk and ward assistants', 'internship', 'health', 'fall', 14, 60),
  offer('Secondturn', 'Junior technicians', 'internship', 'information_technology', 'spring', 8, 80),
  offer('Bluestem', 'Print and design shop', 'internship', 'arts_media', 'fall', 6, 40),
  offer('State University', 'A day with an engineer', 'job_shadow', 'stem', 'fall', 40, 6),
  offer('Bluestem', 'Three days in the gallery', 'externship', 'arts_media', 'spring', 10, 18),
  offer('Northwind', 'Summer in the warehouse', 'apprenticeship', 'transportation', 'summer', 12, 200),
  offer('Harvest Table', 'Food pantry crew', 'service_learning', 'any', 'fall', 30, 12),
  offer('Student Voice', 'Youth council', 'leadership', 'any', 'full_year', 20, 30),
]
const demand: readonly (readonly [SeatKind, SeatTerm, readonly (readonly [Pathway, number])[]])[] = [
  [
    'internship',
    'fall',
    [
      ['health', 9],
      ['arts_media', 4],
      ['business', 6],
    ],
  ],
  ['internship', 'spring', [['information_technology', 7]]],
  [
    'job_shadow',
    'fall',
    [
      ['stem', 15],
      ['any', 10],
    ],
  ],
  ['externship', 'spring', [['arts_media', 4]]],
  ['service_learning', 'fall', [['any', 11]]],
]

/** Employers offer seats, some filled and one with hours to sign for; high schools say who seeks one, the last has not yet. */
export const seedSeats: Seed = async ({ call, chance, today }) => {
  const { items: years } = await call(calendarContract.listSchoolYears)
  const year = years.find(({ current }) => current)
  if (!year || (await call(seatsContract.listSeatOffers, { query: { limit: 1 } })).items.length > 0) return
  const { items: schools } = await call(schoolsContract.listSchools, {
    query: { level: ['high', 'secondary', 'k12'], limit: 8 },
  })
  const { items: employers } = await call(organizationsContract.listOrganizations, {
    query: { limit: 100 },
  })
  if (schools.length === 0 || employers.length === 0) return
  for (const school of schools.slice(0, Math.max(1, schools.length - 1)))
    for (const [kind, term, lines] of demand)
      await call(seatsContract.saySeatDemand, {
        params: { schoolId: school.id },
        body: {
          kind,
          term,
          lines: lines.map(([pathway, seekers]) => ({ pathway, seekers: seekers + chance.whole(0, 5) })),
        },
      })
  for (const [at, { by, title, kind, pathway, term, seats, hours }] of offers.entries()) {
    const body: NewSeatOffer = {
      organizationId: (employers.find(({ name }) => name.includes(by)) ?? employers[0]!).id, // there is one
      kind,
      pathway,
      term,
      title,
      seats,
      hours,
      endsOn: term === 'fall' ? addDays(today, at === 0 ? -6 : 30) : year.endsOn,
      note: 'Grades 10 to 12.',
    }
    const { id: offerId } = await call(seatsContract.addSeatOffer, { body })
    if (at % 2 === 0)
      await call(seatsContract.fillSeats, {
        params: { offerId },
        body: { schoolId: schools[0]!.id, pathway, placed: Math.ceil(seats / 3) }, // there is one
      })
  }
}
