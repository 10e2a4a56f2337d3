import { briefDays } from '@common-table/shared/meetings/schedule'
import type { Services } from '../http/services.ts'
import { queueMail } from '../mail/index.ts'
import { districtIds } from '../district/index.ts'
import { notify } from '../notifications/index.ts'
import { mailPartner } from './ask-partner.ts'
import { formattedDay } from './day-words.ts'
import { activeUser } from './facts-queries.ts'
import { planQuarters } from './plan.ts'
import { checkInRow } from './queries.ts'
import { briefsDue, noteBriefSent, tellOverdue } from './schedule-queries.ts'

const author = { kind: 'system', id: null, name: 'check-ins', requestId: null } as const

/** Early in the morning everywhere in the United States, so that a brief is read seven days before, not six. */
const daily = '30 10 * * *'

/** The brief of one check-in, once: to the district's lead with the page, to the partner's with a link. */
const sendBrief = (services: Services, districtId: string, id: string): Promise<void> =>
  services.write(districtId, author, async (db) => {
    const row = await checkInRow(db, null, id)
    if (!row || row.status !== 'planned' || !(await noteBriefSent(db, id))) return
    const page = `/check-ins/${id}` as const
    const facts = { partnership: row.partnership.name, day: row.day }
    await notify(
      db,
      row.leadUserId ? { userIds: [row.leadUserId] } : { roles: ['director'] },
      'meetings.brief',
      facts,
      page,
    )
    const lead = row.leadUserId ? await activeUser(db, row.leadUserId) : undefined
    if (lead)
      await queueMail(db, services, {
        to: { address: lead.email, name: lead.name },
        kind: 'checkInBrief',
        locale: lead.locale,
        facts: {
          name: lead.name,
          partnership: row.partnership.name,
          organization: row.organization.name,
          when: formattedDay(row.day, row.startTime, lead.locale),
          district: lead.district,
        },
        link: page,
        about: { organizationId: row.organization.id, partnershipId: row.partnership.id },
      })
    if (!(await mailPartner(db, services, row, null, author)))
      await notify(db, { roles: ['coordinator', 'director'] }, 'meetings.nobodyToAsk', facts, page)
  })

/** What is due in a district today: check-ins planned, briefs sent, overdue ones told. Repeated, it does nothing twice. */
export const runCheckIns = async (services: Services, districtId: string): Promise<void> => {
  await services.write(districtId, author, planQuarters)
  for (const id of await briefsDue(services.read(districtId), briefDays))
    await sendBrief(services, districtId, id)
  await services.write(districtId, author, async (db) => {
    for (const { id, partnership, leadUserId, day } of await tellOverdue(db))
      await notify(
        db,
        leadUserId ? { userIds: [leadUserId] } : { roles: ['director'] },
        'meetings.overdue',
        { partnership, day },
        `/check-ins/${id}`,
      )
  })
}

/** Every morning, and now, because the server may have been off. */
export const workOnCheckIns = async (services: Services): Promise<void> => {
  await services.jobs.work('check-ins', async () => {
    for (const districtId of await districtIds(services)) await runCheckIns(services, districtId)
  })
  await services.jobs.every('check-ins', daily, {})
  await services.write('', author, (db) => services.jobs.send(db, 'check-ins', {}))
}
