import { addDays } from '@common-table/shared/calendar/dates'
import { checkInsContract } from '@common-table/shared/meetings/check-ins-contract'
import { councilsContract } from '@common-table/shared/meetings/councils-contract'
import { partnershipsContract } from '@common-table/shared/partnerships/contract'
import { stagesInForce } from '@common-table/shared/partnerships/stages'
import type { Seed } from './seeds.ts'

const conversation = {
  goals: 'Reach ten more students by the end of the next quarter.',
  progress: 'Attendance at the sessions held steady, and teachers ask for a second day.',
  challenges: 'Early-release Wednesdays cut the time short, and the room was double-booked twice.',
  adjustments: 'Begin fifteen minutes later on Wednesdays and book the library for the year.',
}

/** A check-in of this quarter for some partnerships: coming, with its brief out, overdue, half written; and a council. */
export const seedMeetings: Seed = async ({ call, today }) => {
  const { items: councils } = await call(councilsContract.listCouncils, { query: { limit: 1 } })
  if (councils.length > 0) return
  const { items: partnerships } = await call(partnershipsContract.listPartnerships, {
    query: { stage: [...stagesInForce], limit: 24 },
  })
  const days = [-4, 5, 6, 15, 21, -1]
  for (const [at, { id: partnershipId }] of partnerships.entries()) {
    const when = {
      day: addDays(today, days[at % days.length]!),
      startTime: at % 2 ? '15:30' : '16:00',
      place: 'Main office',
    } // every place has a day
    // The product plans them by itself as well, and may have been sooner.
    const { items } = await call(checkInsContract.listCheckIns, {
      query: { partnershipId, standing: 'open', limit: 1 },
    })
    const known =
      items[0] && (await call(checkInsContract.getCheckIn, { params: { checkInId: items[0].id } }))
    const { id, version } = known
      ? await call(checkInsContract.changeCheckIn, {
          params: { checkInId: known.id },
          body: when,
          ifMatch: known.version,
        })
      : await call(checkInsContract.planCheckIn, { params: { partnershipId }, body: when })
    if (at % days.length !== 0) continue
    await call(checkInsContract.changeCheckIn, {
      params: { checkInId: id },
      body: conversation,
      ifMatch: version,
    })
    for (const [side, owner, what] of [
      ['district', 'Carmen Ibarra', 'Book the library for Wednesdays'],
      ['partner', 'Programme lead', 'Send the list of new volunteers'],
    ] as const)
      await call(checkInsContract.addAction, {
        params: { meetingId: id },
        body: { what, side, owner, dueOn: addDays(today, 14) },
      })
  }
  const council = await call(councilsContract.addCouncil, {
    body: {
      name: 'District partner table',
      purpose: 'Partners, families and students look at the gaps together and agree who does what.',
      members: [
        { name: 'Daniel Whitcomb', seat: 'chair' },
        { name: 'Priya Raman', seat: 'school' },
        { name: 'Rosa Delgado', seat: 'family' },
        { name: 'Imani Brooks', seat: 'youth' },
        { name: 'Peter Lindgren', seat: 'partner' },
      ],
    },
  })
  const held = await call(councilsContract.planMeeting, {
    body: {
      councilId: council.id,
      title: 'Autumn partner table',
      day: addDays(today, -20),
      agenda: ['Who helps where', 'Winter clothing', 'Next steps'],
    },
  })
  await call(councilsContract.changeMeeting, {
    params: { meetingId: held.id },
    body: {
      status: 'held',
      attendance: held.attendance.map((one, at) => ({ ...one, present: at !== 4 })),
      decisions: [{ what: 'Winter clothing is collected through the front offices.', method: 'consensus' }],
    },
    ifMatch: held.version,
  })
  await call(councilsContract.planMeeting, {
    body: { title: 'Spring gathering of all partners', day: addDays(today, 60), place: 'Town library' },
  })
}
