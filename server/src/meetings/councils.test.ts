import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@common-table/shared/calendar/dates'
import { calendarFeedsContract as feeds } from '@common-table/shared/meetings/feeds-contract'
import { checkInsContract } from '@common-table/shared/meetings/check-ins-contract'
import { councilsContract as api } from '@common-table/shared/meetings/councils-contract'
import { district, id, otherDistrict, personOf, useApi } from '../../test/support/api.ts'

const [organization, partnership] = [id(31), id(51)]

describe('councils, convenings and calendars', () => {
  const test = useApi()
  const coordinator = () => test.as('coordinator')
  let today = ''
  beforeAll(async () => {
    ;[{ today }] = (await test.sql<{ today: string }>(
      'select (now() at time zone time_zone)::date::text as today from districts where id = $1',
      [district],
    )) as [{ today: string }]
    await test.sql("insert into organizations (district_id, id, name) values ($1, $2, 'Harvest Table')", [
      district,
      organization,
    ])
    await test.sql(
      `insert into partnerships (district_id, id, organization_id, name, stage, lead_user_id)
       values ($1, $2, $3, 'Reading; together, at Lincoln', 'active', $4)`,
      [district, partnership, organization, personOf('coordinator')],
    )
  })

  const aCouncil = () =>
    coordinator()(api.addCouncil, {
      body: {
        name: 'Lincoln partner table',
        purpose: 'All who work at Lincoln',
        members: [
          { name: 'Ana Núñez', seat: 'partner', organizationId: organization },
          { name: 'The coordinator', seat: 'chair', userId: personOf('coordinator') },
          { name: 'Leila', seat: 'youth' },
        ],
      },
    })

  it('a council has members; its meeting an agenda, who was there, decisions and actions', async () => {
    const council = await aCouncil()
    expect(council.members.map(({ name, seat }) => [name, seat])).toEqual([
      ['Ana Núñez', 'partner'],
      ['The coordinator', 'chair'],
      ['Leila', 'youth'],
    ])
    const meeting = await coordinator()(api.planMeeting, {
      body: { councilId: council.id, title: 'October table', day: today, agenda: ['Buses', 'Winter coats'] },
    })
    expect(meeting.attendance).toMatchObject([
      { name: 'Ana Núñez', organization: 'Harvest Table', present: false },
      { name: 'The coordinator' },
      { name: 'Leila' },
    ])
    const held = await coordinator()(api.changeMeeting, {
      params: { meetingId: meeting.id },
      body: {
        status: 'held',
        attendance: meeting.attendance.map((one, at) => ({ ...one, present: at < 2 })),
        decisions: [{ what: 'Coats go through the office', method: 'consensus' }],
      },
      ifMatch: meeting.version,
    })
    expect(held).toMatchObject({ status: 'held', decisions: [{ method: 'consensus' }] })
    await coordinator()(checkInsContract.addAction, {
      params: { meetingId: meeting.id },
      body: { what: 'Count the coats', side: 'partner', owner: 'Ana', dueOn: today },
    })
    const read = await test.as('school', { schools: [] })(api.getMeeting, {
      params: { meetingId: meeting.id },
    })
    expect(read.actions).toMatchObject([{ what: 'Count the coats' }])
    await expect(
      coordinator()(api.changeMeeting, {
        params: { meetingId: meeting.id },
        body: { notes: 'x' },
        ifMatch: meeting.version,
      }),
    ).rejects.toMatchObject({ code: 'stale' })
    const changed = await coordinator()(api.changeCouncil, {
      params: { councilId: council.id },
      body: { members: [{ name: 'Leila', seat: 'chair' }] },
      ifMatch: council.version,
    })
    expect(changed).toMatchObject({ lastDay: today, members: [{ name: 'Leila', seat: 'chair' }] })
  })

  it('a convening needs no council, and neither is seen by another district', async () => {
    const convening = await coordinator()(api.planMeeting, {
      body: { title: 'Spring gathering', day: addDays(today, 30) },
    })
    expect(convening).toMatchObject({ kind: 'convening', council: null })
    const { items } = await coordinator()(api.listMeetings, { query: { kind: 'convening' } })
    expect(items.map(({ title }) => title)).toEqual(['Spring gathering'])
    const stranger = test.as('director', { districtId: otherDistrict })
    await expect(stranger(api.getMeeting, { params: { meetingId: convening.id } })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await stranger(api.listCouncils, { query: {} })).items).toEqual([])
  })

  const fetchFeed = (address: string, etag?: string) =>
    test.app.inject({
      method: 'GET',
      url: new URL(address).pathname,
      headers: etag ? { 'if-none-match': etag } : {},
    })

  it('a person subscribes to their meetings by an address that needs no sign-in and can be withdrawn', async () => {
    const planned = await coordinator()(checkInsContract.planCheckIn, {
      params: { partnershipId: partnership },
      body: { day: addDays(today, 10), startTime: '16:00', place: 'Room 4' },
    })
    const feed = await coordinator()(feeds.makeCalendarFeed, { body: {} })
    expect(feed.address).toMatch(/\/calendar\/[\da-f-]{36}\.[\w-]{43}\.ics$/)
    const answer = await fetchFeed(feed.address)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(answer.body).toContain(`UID:${planned.id}@common-table\r\n`)
    expect(answer.body).toContain('SEQUENCE:1\r\n')
    expect(answer.body).toContain('SUMMARY:Check-in: Reading\\; together\\, at Lincoln\r\n')
    expect(answer.body).toContain('SUMMARY:Spring gathering')
    const [{ start }] = (await test.sql<{ start: string }>(
      `select to_char((day + start_time) at time zone d.time_zone at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') as start
       from meetings m join districts d on d.id = m.district_id where m.id = $1`,
      [planned.id],
    )) as [{ start: string }]
    expect(answer.body).toContain(`DTSTART:${start}\r\n`)
    expect((await fetchFeed(feed.address, String(answer.headers.etag))).statusCode).toBe(304)

    await coordinator()(checkInsContract.cancelCheckIn, {
      params: { checkInId: planned.id },
      body: { reason: 'Snow' },
    })
    const cancelled = (await fetchFeed(feed.address)).body
    expect(cancelled).toContain('STATUS:CANCELLED')
    expect(cancelled).toContain('SEQUENCE:2\r\n')

    const { items } = await coordinator()(feeds.listCalendarFeeds)
    expect(items).toMatchObject([{ id: feed.id }])
    expect(items[0]!.lastUsedAt).not.toBeNull()
    await expect(
      test.as('director')(feeds.revokeCalendarFeed, { params: { feedId: feed.id } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await coordinator()(feeds.revokeCalendarFeed, { params: { feedId: feed.id } })
    expect((await fetchFeed(feed.address)).statusCode).toBe(404)
    expect(
      (await fetchFeed(feed.address.replace(/\.[\w-]{43}\.ics/, `.${'A'.repeat(43)}.ics`))).statusCode,
    ).toBe(404)
  })

  it('a partnership has a calendar of its own, of those who may see it, while their account is on', async () => {
    await expect(
      test.as('school', { schools: [id(42)] })(feeds.makeCalendarFeed, {
        body: { partnershipId: partnership },
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
    const feed = await test.as('director')(feeds.makeCalendarFeed, { body: { partnershipId: partnership } })
    const { body } = await fetchFeed(feed.address)
    expect(body).toContain('Reading\\; together')
    expect(body).not.toContain('Spring gathering')
    await test.sql("update users set status = 'deactivated' where district_id = $1 and id = $2", [
      district,
      personOf('director'),
    ])
    expect((await fetchFeed(feed.address)).statusCode).toBe(404)
  })
})
