import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@common-table/shared/calendar/dates'
import { createCaller } from '@common-table/shared/contract/caller'
import { calendarContract } from '@common-table/shared/calendar/contract'
import { mailContract } from '@common-table/shared/mail/contract'
import { checkInsContract as api } from '@common-table/shared/meetings/check-ins-contract'
import { partnerCheckInContract as link } from '@common-table/shared/meetings/partner-contract'
import { notificationsContract } from '@common-table/shared/notifications/contract'
import { district, id, otherDistrict, personOf, sendTo, useApi } from '../../test/support/api.ts'
import { briefOf } from './brief.ts'
import { runCheckIns } from './work-on-check-ins.ts'

const [organization, partnership, exploring, school, contact, goal, metric, service, need, category] = [
  31, 51, 52, 41, 61, 71, 81, 91, 101, 111,
].map(id) as [string, string, string, string, string, string, string, string, string, string]

const scores = { reliable: 4, samePurpose: 3, openTalk: 3, opensDoors: 2, involved: 3, bringsMuch: 4 }
const notes = {
  goals: 'Forty readers by June',
  progress: 'Thirty-one came every week',
  challenges: 'The bus is late on Thursdays',
  adjustments: 'Begin at 3:45 on Thursdays',
}

describe('check-ins', () => {
  const test = useApi()
  const coordinator = () => test.as('coordinator')
  let today = ''

  beforeAll(async () => {
    ;[{ today }] = (await test.sql<{ today: string }>(
      'select (now() at time zone time_zone)::date::text as today from districts where id = $1',
      [district],
    )) as [{ today: string }]
    // A quarter that began five weeks ago and has eight weeks to go, and the one after it.
    const { items } = await test.as('admin')(calendarContract.listSchoolYears)
    await test.sql('delete from periods where district_id = $1', [district])
    const year = items[0]!.id
    await test.sql(
      `update school_years set starts_on = $2::date - 35, ends_on = $2::date + 300 where id = $1`,
      [year, today],
    )
    for (const [ordinal, from, to] of [
      [1, -35, 56],
      [2, 57, 150],
    ] as const)
      await test.sql(
        `insert into periods (district_id, school_year_id, kind, ordinal, label, starts_on, ends_on)
         values ($1, $2, 'quarter', $3, 'Q', $4, $5)`,
        [district, year, ordinal, addDays(today, from), addDays(today, to)],
      )
    await test.sql("insert into organizations (district_id, id, name) values ($1, $2, 'Harvest Table')", [
      district,
      organization,
    ])
    await test.sql("insert into schools (district_id, id, code, name) values ($1, $2, '041', 'Lincoln')", [
      district,
      school,
    ])
    await test.sql(
      "insert into contacts (district_id, id, organization_id, name, email, is_primary) values ($1, $2, $3, 'Ana Núñez', 'ana@harvest.example', true)",
      [district, contact, organization],
    )
    for (const [one, stage] of [
      [partnership, 'active'],
      [exploring, 'exploring'],
    ])
      await test.sql(
        `insert into partnerships (district_id, id, organization_id, name, stage, lead_user_id, partner_lead_id)
         values ($1, $2, $3, 'Reading together', $4, $5, $6)`,
        [district, one, organization, stage, personOf('coordinator'), contact],
      )
    await test.sql('insert into partnership_schools values ($1, $2, $3)', [district, partnership, school])
  })

  const listed = async () =>
    (await coordinator()(api.listCheckIns, { query: { partnershipId: partnership } })).items
  const current = async () => {
    const [first] = await listed()
    return coordinator()(api.getCheckIn, { params: { checkInId: first!.id } })
  }
  const partner = async () => {
    const { items } = await test.as('admin')(mailContract.listMails, { query: {} })
    const mail = items.find(
      ({ toAddress, subject }) => toAddress === 'ana@harvest.example' && subject.includes('check-in'),
    )
    const { body } = await test.as('admin')(mailContract.getMail, { params: { mailId: mail!.id } })
    return createCaller(sendTo(test.app, `Link ${/\/link\/check-in#(\S+)/.exec(body)![1]}`))
  }
  const meetToday = async (checkInId: string) => {
    const { version } = await coordinator()(api.getCheckIn, { params: { checkInId } })
    return coordinator()(api.changeCheckIn, {
      params: { checkInId },
      body: { day: today, ...notes },
      ifMatch: version,
    })
  }

  it('are planned by themselves for the quarter we are in, once, and only where a partnership is at work', async () => {
    await runCheckIns(test.services, district)
    await runCheckIns(test.services, district)
    const items = await listed()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      standing: 'coming',
      quarter: 1,
      waitingFor: ['district', 'partner'],
      organization: { name: 'Harvest Table' },
      lead: 'The coordinator',
    })
    expect(items[0]!.day >= addDays(today, 8)).toBe(true)
    const all = await coordinator()(api.listCheckIns, { query: {} })
    expect(all.items.map((item) => item.partnership.id)).toEqual([partnership])
  })

  it('are planned by hand too, in a quarter that has none, for a partnership at work', async () => {
    await expect(
      coordinator()(api.planCheckIn, {
        params: { partnershipId: partnership },
        body: { day: addDays(today, 3) },
      }),
    ).rejects.toMatchObject({ code: 'already-exists', reason: 'check-in-exists' })
    await expect(
      coordinator()(api.planCheckIn, { params: { partnershipId: exploring }, body: { day: today } }),
    ).rejects.toMatchObject({ reason: 'check-in-ended' })
  })

  it('send a brief to both leads seven days before, once', async () => {
    const { id: checkInId, version } = await current()
    await coordinator()(api.changeCheckIn, {
      params: { checkInId },
      body: { day: addDays(today, 8) },
      ifMatch: version,
    })
    await runCheckIns(test.services, district)
    expect((await current()).briefSentAt).toBeNull()
    await coordinator()(api.changeCheckIn, {
      params: { checkInId },
      body: { day: addDays(today, 7), startTime: '16:00', place: 'Room 4' },
      ifMatch: (await current()).version,
    })
    await runCheckIns(test.services, district)
    await runCheckIns(test.services, district)
    expect(await current()).toMatchObject({ standing: 'soon', startTime: '16:00', place: 'Room 4' })
    const { items } = await test.as('admin')(mailContract.listMails, { query: {} })
    expect(items.map(({ toAddress }) => toAddress).sort()).toEqual([
      'ana@harvest.example',
      'coordinator@riverbend.example',
    ])
    const ana = await partner()
    expect((await ana(link.readCheckInByLink)).checkIn).toMatchObject({ place: 'Room 4' })
    const told = await coordinator()(notificationsContract.listNotifications)
    expect(told.items.filter(({ kind }) => kind === 'meetings.brief')).toHaveLength(1)
  })

  it('have a brief of goals, actions, promises, delivery, figures, documents and needs in at most three statements', async () => {
    const { id: checkInId, day } = await current()
    const put = test.sql
    await put("insert into priorities (district_id, id, title) values ($1, $2, 'Reading')", [district, goal])
    await put(
      `insert into metrics (district_id, id, code, name, family, unit, direction) values ($1, $2, 'reading_now', 'Reading on grade level', 'grades', 'percent', 'higher_is_better')`,
      [district, metric],
    )
    const content = {
      statement: 'Every student reads with joy.',
      goals: [{ priorityId: goal, title: 'Reading', words: 'By third grade' }],
      districtExpectations: [],
      partnerExpectations: [],
      processes: [],
      outcomes: [{ what: 'More read', metricId: metric, metricName: 'x', measure: '', target: '60 %' }],
    }
    await put(
      `with v as (insert into visions (district_id, partnership_id, draft) values ($1, $2, $3) returning id),
         n as (insert into vision_versions (district_id, vision_id, number, content, proposed_by_name)
           select $1, id, 1, $3, 'x' from v returning id)
       insert into vision_answers (district_id, vision_version_id, side, answer, name)
         select $1, n.id, side, 'confirmed', 'x' from n, unnest('{district,partner}'::text[]) side`,
      [district, partnership, content],
    )
    const [period] = (await put<{ id: string }>('select id from periods where district_id = $1 limit 1', [
      district,
    ])) as [{ id: string }]
    await put('insert into published_tables (district_id, metric_id, period_id) values ($1, $2, $3)', [
      district,
      metric,
      period.id,
    ])
    const cell = { value: 55, n: null, suppressed: false }
    await put(
      'insert into published_figures (district_id, metric_id, period_id, school_id, cells) values ($1, $2, $3, $4, $5)',
      [district, metric, period.id, school, { all: cell }],
    )
    await put(
      `insert into categories (district_id, id, code, group_code, name) values ($1, $2, 'own_reading', 'x', 'Reading')`,
      [district, category],
    )
    await put(
      'insert into partnership_categories (district_id, partnership_id, category_id) values ($1, $2, $3)',
      [district, partnership, category],
    )
    await put(
      `insert into needs (district_id, id, school_id, category_id, school_year_id, severity, students_affected, title, source)
       select $1, n.id, $2, $3, y.id, 4, n.students, n.title, 'principal' from school_years y,
         (values ($4::uuid, 40, 'Readers'), ($5::uuid, 4, 'A few')) n (id, students, title)
       where y.district_id = $1 order by y.starts_on desc limit 2`,
      [district, school, category, need, id(102)],
    )
    await put(
      `insert into services (district_id, id, organization_id, name, category_id) values ($1, $2, $3, 'Tutoring', $4)`,
      [district, service, organization, category],
    )
    await put(
      'insert into partnership_services (district_id, partnership_id, service_id) values ($1, $2, $3)',
      [district, partnership, service],
    )
    await put(
      `insert into service_sites (district_id, service_id, school_id, capacity_maximum, students_served) values ($1, $2, $3, 50, 31)`,
      [district, service, school],
    )
    await put(
      `with f as (insert into files (district_id, name, media_type, size_bytes, sha256) values ($1, 'a.pdf', 'application/pdf', 1, repeat('a', 64)) returning id)
       insert into compliance_documents (district_id, organization_id, kind, file_id, status, expires_on, submitted_by, reviewed_at)
       select $1, $2, 'liability_insurance', id, 'approved', $3::date, 'Ana', now() from f`,
      [district, organization, addDays(day, 20)],
    )
    await put(
      `insert into contributions (district_id, partnership_id, school_year_id, side, type, title, unit, planned, delivered)
       select $1, $2, school_year_id, 'partner', 'expertise', 'Tutoring hours', 'hours', 120, 48.5
       from meetings where district_id = $1 and id = $3`,
      [district, partnership, checkInId],
    )
    await put(
      `insert into activities (district_id, kind, title, happens_on, service_id, partnership_id, planned, delivered)
       select $1, 'session', 'Week', y.starts_on + n, l.service_id, $2, 2, 2 - n from generate_series(0, 1) n,
         partnership_services l, meetings m join school_years y on y.district_id = m.district_id and y.id = m.school_year_id
       where l.district_id = $1 and l.partnership_id = $2 and m.district_id = $1 and m.id = $3`,
      [district, partnership, checkInId],
    )
    let statements = 0
    const db = test.services.read(district)
    const counted = {
      ...db,
      many: (...given: Parameters<typeof db.many>) => {
        statements++
        return db.many(...given)
      },
      one: (...given: Parameters<typeof db.one>) => {
        statements++
        return db.one(...given)
      },
    } as typeof db // the counting twin of a reader
    const brief = await briefOf(counted, null, checkInId)
    expect(statements).toBeLessThanOrEqual(3)
    expect(brief).toMatchObject({
      goalsFrom: 'vision',
      statement: 'Every student reads with joy.',
      goals: [{ title: 'Reading', words: 'By third grade' }],
      delivery: [{ service: 'Tutoring', place: 'Lincoln', planned: 50, delivered: 31 }],
      sessions: [{ service: 'Tutoring', due: 4, delivered: 3, percent: 75 }],
      contributions: [
        { side: 'partner', title: 'Tutoring hours', unit: 'hours', planned: 120, delivered: 48.5 },
      ],
      metrics: [{ name: 'Reading on grade level', of: 'school', target: '60 %', series: [{ cell }] }],
      documents: [{ kind: 'liability_insurance', expired: false }],
      openNeeds: 2,
    })
    expect(brief.needs).toMatchObject([
      { title: 'Readers', students: 40 },
      { title: 'A few', students: null },
    ])
  })

  it('show what is overdue, and tell the lead, but not every morning', async () => {
    const { id: checkInId, version } = await current()
    await coordinator()(api.changeCheckIn, {
      params: { checkInId },
      body: { day: addDays(today, -1) },
      ifMatch: version,
    })
    await runCheckIns(test.services, district)
    await runCheckIns(test.services, district)
    const overdue = await coordinator()(api.listCheckIns, { query: { standing: 'overdue' } })
    expect(overdue.items).toMatchObject([{ id: checkInId, standing: 'overdue' }])
    const told = await coordinator()(notificationsContract.listNotifications)
    expect(told.items.filter(({ kind }) => kind === 'meetings.overdue')).toHaveLength(1)
  })

  it('are not signed before the four sections are written', async () => {
    const { id: checkInId, textVersion } = await current()
    await expect(
      coordinator()(api.signCheckIn, { params: { checkInId }, body: { textVersion, name: 'Carmen' } }),
    ).rejects.toMatchObject({ reason: 'check-in-unwritten' })
  })

  it('hold what was said and who does what by when', async () => {
    const { id: checkInId } = await current()
    expect(await meetToday(checkInId)).toMatchObject(notes)
    const action = await coordinator()(api.addAction, {
      params: { meetingId: checkInId },
      body: { what: 'Ask for an earlier bus', side: 'district', owner: 'Carmen', dueOn: addDays(today, 14) },
    })
    await coordinator()(api.addAction, {
      params: { meetingId: checkInId },
      body: { what: 'Two more tutors', side: 'partner', owner: 'Ana', dueOn: addDays(today, 30) },
    })
    const changed = await coordinator()(api.changeAction, {
      params: { actionId: action.id },
      body: { dueOn: addDays(today, 10) },
      ifMatch: action.version,
    })
    expect(changed.dueOn).toBe(addDays(today, 10))
    await expect(
      coordinator()(api.changeAction, {
        params: { actionId: action.id },
        body: { owner: 'Someone' },
        ifMatch: action.version,
      }),
    ).rejects.toMatchObject({ code: 'stale' })
    expect((await current()).actions.map(({ what }) => what)).toEqual([
      'Ask for an earlier bus',
      'Two more tutors',
    ])
  })

  it('refuse the second of two people who write at once', async () => {
    const { id: checkInId, version } = await current()
    await coordinator()(api.changeCheckIn, {
      params: { checkInId },
      body: { place: 'Library' },
      ifMatch: version,
    })
    await expect(
      test.as('director')(api.changeCheckIn, {
        params: { checkInId },
        body: { goals: 'Mine' },
        ifMatch: version,
      }),
    ).rejects.toMatchObject({ code: 'stale', current: { place: 'Library' } })
  })

  it('ask both sides how it goes, and show each the other once both have answered', async () => {
    const { id: checkInId } = await current()
    await coordinator()(api.answerPulse, { params: { checkInId }, body: { ...scores, name: 'Carmen' } })
    const ana = await partner()
    const before = await ana(link.readCheckInByLink)
    expect(before.checkIn.pulses).toEqual([])
    expect(before.checkIn.pulseFrom).toEqual(['district'])
    const after = await ana(link.answerPulseByLink, {
      body: { ...scores, openTalk: 1, name: 'Ana', comment: 'Nobody answered in March.' },
    })
    expect(after.checkIn.pulses).toMatchObject([
      { side: 'district', trust: 3.3, value: 3 },
      { side: 'partner', trust: 2.7, comment: 'Nobody answered in March.' },
    ])
    expect((await current()).pulses).toHaveLength(2)
    await expect(
      ana(link.answerPulseByLink, { body: { ...scores, openTalk: 5, name: 'Ana' } }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('are signed by both on the same wording; what changes after one signature asks for it again', async () => {
    const { id: checkInId, textVersion } = await current()
    const ana = await partner()
    await ana(link.wishForCheckIn, {
      body: { textVersion, name: 'Ana', comment: 'Say that it was Tuesday.' },
    })
    await coordinator()(api.signCheckIn, { params: { checkInId }, body: { textVersion, name: 'Carmen' } })
    expect(await current()).toMatchObject({ standing: 'waiting', waitingFor: ['partner'] })
    const moved = await coordinator()(api.changeCheckIn, {
      params: { checkInId },
      body: { progress: 'Thirty-one came every Tuesday' },
      ifMatch: (await current()).version,
    })
    expect(moved.waitingFor).toEqual(['district', 'partner'])
    await expect(ana(link.signCheckInByLink, { body: { textVersion, name: 'Ana' } })).rejects.toMatchObject({
      code: 'stale',
      reason: 'check-in-changed',
    })
    const read = await ana(link.readCheckInByLink)
    await ana(link.signCheckInByLink, {
      body: { textVersion: read.checkIn.textVersion, name: 'Ana', title: 'Director' },
    })
    await expect(ana(link.readCheckInByLink)).rejects.toMatchObject({ code: 'link-used' })
    expect(await current()).toMatchObject({ standing: 'waiting', waitingFor: ['district'] })
    const signed = await coordinator()(api.signCheckIn, {
      params: { checkInId },
      body: { textVersion: moved.textVersion, name: 'Carmen' },
    })
    expect(signed).toMatchObject({ standing: 'signed', waitingFor: [], brief: { goalsFrom: 'vision' } })
    expect(
      await test.sql("select body from partnership_events where partnership_id = $1 and kind = 'meeting'", [
        partnership,
      ]),
    ).toEqual([{ body: 'Thirty-one came every Tuesday' }])
    const told = await coordinator()(notificationsContract.listNotifications)
    expect(told.items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['meetings.pulse', 'meetings.wish', 'meetings.signed']),
    )
  })

  it('book the next one with the second signature, and keep the record as it was signed', async () => {
    const [done, next] = (await listed()).toSorted((a, b) => a.day.localeCompare(b.day))
    expect(next).toMatchObject({ quarter: 2, standing: 'coming' })
    const signed = await coordinator()(api.getCheckIn, { params: { checkInId: done!.id } })
    expect(signed.next).toEqual({ id: next!.id, day: next!.day })
    await expect(
      coordinator()(api.changeCheckIn, {
        params: { checkInId: done!.id },
        body: { goals: 'Other' },
        ifMatch: signed.version,
      }),
    ).rejects.toMatchObject({ reason: 'check-in-signed' })
    const [action] = signed.actions
    await expect(coordinator()(api.removeAction, { params: { actionId: action!.id } })).rejects.toMatchObject(
      { reason: 'check-in-signed' },
    )
    const kept = await coordinator()(api.changeAction, {
      params: { actionId: action!.id },
      body: { doneOn: today },
      ifMatch: action!.version,
    })
    expect(kept.doneOn).toBe(today)
    const brief = await coordinator()(api.getBrief, { params: { checkInId: next!.id } })
    expect(brief.lastMet).toBe(signed.day)
    expect(brief.lastActions.map(({ what }) => what)).toEqual(['Ask for an earlier bus', 'Two more tutors'])
  })

  it('are not signed before their day, and can be called off with a reason', async () => {
    const next = (await listed()).find(({ standing }) => standing === 'coming')!
    const params = { checkInId: next.id }
    const { textVersion } = await coordinator()(api.changeCheckIn, {
      params,
      body: notes,
      ifMatch: (await coordinator()(api.getCheckIn, { params })).version,
    })
    await expect(
      coordinator()(api.signCheckIn, { params, body: { textVersion, name: 'Carmen' } }),
    ).rejects.toMatchObject({ reason: 'check-in-not-yet' })
    await coordinator()(api.cancelCheckIn, { params, body: { reason: 'The school is closed.' } })
    await expect(
      coordinator()(api.changeCheckIn, { params, body: { place: 'x' }, ifMatch: 9 }),
    ).rejects.toMatchObject({ reason: 'check-in-cancelled' })
  })

  it('belong to one district and to the schools of their partnership', async () => {
    const { id: checkInId } = await current()
    const own = test.as('school', { schools: [school] })
    expect(await own(api.getCheckIn, { params: { checkInId } })).toMatchObject({ id: checkInId })
    expect((await own(api.listCheckIns, { query: {} })).items.length).toBeGreaterThan(0)
    const stranger = test.as('school', { schools: [id(42)] })
    expect((await stranger(api.listCheckIns, { query: {} })).items).toEqual([])
    const [action] = (await current()).actions
    for (const foreign of [stranger, test.as('director', { districtId: otherDistrict })]) {
      await expect(foreign(api.getCheckIn, { params: { checkInId } })).rejects.toMatchObject({
        code: 'not-found',
      })
      await expect(foreign(api.getBrief, { params: { checkInId } })).rejects.toMatchObject({
        code: 'not-found',
      })
      await expect(
        foreign(api.changeAction, { params: { actionId: action!.id }, body: { doneOn: null }, ifMatch: 1 }),
      ).rejects.toMatchObject({ code: 'not-found' })
      await expect(
        foreign(api.planCheckIn, { params: { partnershipId: partnership }, body: { day: today } }),
      ).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})
